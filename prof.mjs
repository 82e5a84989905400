import { spawn } from 'node:child_process';
import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { sampleRequest, THREE_CONTRACTS } from './test/dist/bench/sample-request.js';
import autocannon from 'autocannon';
const dir = mkdtempSync('/tmp/prof-'); const port = 4555;
const args = process.env.PROF ? ['--cpu-prof','--cpu-prof-dir=/tmp/prof-out'] : [];
const child = spawn(process.execPath, [...args,'apps/api/dist/main.js'], { env: {...process.env, PORT: String(port), DATA_DIR: dir, LOG_LEVEL:'error'}, stdio:['ignore','ignore','inherit']});
while (true) { const s = await fetch(`http://127.0.0.1:${port}/readyz`).then(r=>r.status,()=>503); if (s<500) break; await new Promise(r=>setTimeout(r,200)); }
while (!existsSync(dir+'/demo-key')) await new Promise(r=>setTimeout(r,100));
const key = readFileSync(dir+'/demo-key','utf8').trim();
const stat = () => { const f = readFileSync(`/proc/${child.pid}/stat`,'utf8').split(') ')[1].split(' '); return (Number(f[11])+Number(f[12]))*10; };
const body = JSON.stringify(sampleRequest(THREE_CONTRACTS));
const run = (duration) => autocannon({ url:`http://127.0.0.1:${port}/v1/evaluations`, method:'POST', headers:{'content-type':'application/json', authorization:`Bearer ${key}`}, body, connections:16, duration });
await run(3);
for (let i=0;i<3;i++){ const a=stat(); const r=await run(4); const b=stat(); console.log('req', r.requests.total, 'rps', r.requests.average, 'cpu us/req', ((b-a)*1000/r.requests.total).toFixed(1), 'non2xx', r.non2xx, 'bytes out', body.length); }
child.kill('SIGTERM'); await new Promise(r=>child.once('exit',r)); rmSync(dir,{recursive:true,force:true});
