// A board that no longer hears its server says so, and since when: the server speaks every few seconds.
(() => {
  'use strict';
  const MUTE_MS = 15000;
  const BROKEN_MS = 3000;
  const body = document.body;
  const mark = document.getElementById('stale');
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { style: 'long' });
  let heard = Date.now();
  let broken = false;

  const ago = (ms) => {
    const seconds = Math.round(ms / 1000);
    if (seconds < 60) return words.format(-seconds, 'second');
    if (seconds < 3600) return words.format(-Math.floor(seconds / 60), 'minute');
    if (seconds < 86400) return words.format(-Math.floor(seconds / 3600), 'hour');
    return words.format(-Math.floor(seconds / 86400), 'day');
  };

  const look = () => {
    const silence = Date.now() - heard;
    const stale = silence > (broken ? BROKEN_MS : MUTE_MS);
    body.classList.toggle('stale', stale);
    mark.hidden = !stale;
    if (stale) {
      const shown = document.querySelector('.clock time');
      const text = body.dataset.stale.replace('{0}', ago(silence)).replace('{1}', shown ? shown.textContent : '');
      if (mark.textContent !== text) mark.textContent = text;
    }
  };

  body.addEventListener('htmx:sseMessage', () => { heard = Date.now(); broken = false; look(); });
  body.addEventListener('htmx:sseError', () => { broken = true; });
  setInterval(look, 1000);
})();
