/** Leads to the field of a pointer in a form, or to the nearest that holds it; false where the form has none. */
export function focusField(form: HTMLElement | null, pointer: string): boolean {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const field = form?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(place)}"]`);
    if (field === null || field === undefined) continue;
    field.scrollIntoView({ block: 'center' });
    // A cell of a grid takes the focus itself.
    const inner = field.querySelector<HTMLElement>('input, textarea, [role="combobox"], button');
    (inner ?? field).focus({ preventScroll: true });
    return true;
  }
  return false;
}
