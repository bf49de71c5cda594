// Starts the planner: instantiates the WebAssembly named by the page's preload links, then takes the loading text away.
// A file of its own, because the content security policy of the page allows no inline script.

const address = (rel) => document.querySelector(`link[rel=${rel}]`).href;

try {
  const { default: start } = await import(address('modulepreload'));
  await start({ module_or_path: address('preload') });
} catch (error) {
  document.getElementById('crash-detail').textContent = String(error);
  document.getElementById('crash').hidden = false;
  throw error;
} finally {
  document.getElementById('loading').remove();
}
