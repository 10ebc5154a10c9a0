/** A page that speaks to its host as teams-js does on the wire, and shows what it was told. */
export const tabPage = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Tab</title>
<style>body{font:14px Arial,sans-serif;margin:16px} body[data-theme=dark]{background:#1f1f1f;color:#fff} body[data-theme=contrast]{background:#000;color:#fff}</style>
<main><h1>Today</h1><p>3 people are out. Nobody is late.</p><dl id="facts"></dl></main>
<script>
let next = 0; const waiting = {};
const ask = (func, ...args) => new Promise((done) => { const id = next++; waiting[id] = done; parent.postMessage({ id, uuidAsString: 'u' + id, func, args }, '*'); });
const show = (name, value) => { const row = document.createElement('dd'); row.id = name; row.textContent = name + ': ' + value; facts.append(row); };
addEventListener('message', ({ data }) => {
  if (data.func === 'themeChange') { document.body.dataset.theme = data.args[0]; return; }
  if (waiting[data.id]) waiting[data.id](data.args);
});
(async () => {
  await ask('initialize', '2.58.0', 4, []);
  ask('registerHandler', 'themeChange');
  const [context] = await ask('getContext');
  document.body.dataset.theme = context.theme;
  show('user', context.userObjectId); show('page', context.subEntityId || 'none');
  const [ok, token] = await ask('authentication.getAuthToken', [], [], false);
  show('token', token);
  ask('appInitialization.success', '2.58.0');
})();
</script></html>`;
