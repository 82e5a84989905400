let token: string | null = null;

/** Keeps the token that goes with the session; null where nobody is signed in. */
export function keepCsrfToken(next: string | null): void {
  token = next;
}

/** What every unsafe request carries to show that it comes from this console and no other site. */
export function csrfToken(): string | null {
  return token;
}
