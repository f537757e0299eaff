/*
 * Taking the answers along: saved to a file or, where an app refuses that, copied as text; and
 * brought back from either, of each answer the better one.
 */
{
  const { t, all, make, notice, kept, put, sift, changed, inApp } = VungXanh;

  all('.vx-kept').forEach((page) => {
    /** @type {Record<string, string>} */
    const words = JSON.parse(page.dataset.words || '{}');
    const never = (page.dataset.never || '').split(' ');
    /** @template {Element} T @param {string} name @returns {T} */
    const one = (name) => /** @type {T} */ (page.querySelector(name));

    const input = /** @type {HTMLInputElement} */ (one('.vx-kept__file'));
    const details = /** @type {HTMLDetailsElement} */ (one('details'));
    const area = /** @type {HTMLTextAreaElement} */ (one('textarea'));
    const said = one('.vx-kept__said');
    /** @param {string[]} sentences */
    const say = (...sentences) => {
      said.textContent = '';
      setTimeout(() => (said.textContent = sentences.filter(Boolean).join(' ')), 50);
    };

    const today = () => {
      const now = new Date();
      return new Date(now.getTime() - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    };
    /** Empty where nothing is kept. */
    const written = () => {
      const lessons = kept();
      return Object.keys(lessons).length
        ? JSON.stringify({ v: 1, saved: today(), lessons })
        : '';
    };

    /** @param {string} text */
    const download = (text) => {
      const link = make('a', 'vx-unseen');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      link.download = `vung-xanh-${today()}.json`;
      page.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 6e4); // old ones need it a while
      return link.download;
    };

    const save = () => {
      const text = written();
      if (!text) {
        say(words.nothing);
      } else if (inApp) {
        details.open = true;
        area.value = text;
        area.focus();
        area.select();
        say(words.shown);
      } else {
        say(t(words.saved, { name: download(text) }));
      }
    };

    /** @type {Record<string, string>} digests of the questions as they are now */
    const now = {};
    all('[data-lesson]', page).forEach(({ dataset }) => {
      (dataset.questions || '').split(' ').forEach((question) => {
        const [id, digest] = question.split(':');
        now[`${dataset.lesson}/${id}`] = digest;
      });
    });

    /**
     * To the question of today before one of before; right before wrong; then the newer.
     * @param {VungXanhAnswer} theirs @param {VungXanhAnswer | undefined} ours @param {string} digest
     */
    const isBetter = (theirs, ours, digest) => {
      if (!ours) return true;
      if ((theirs.d === digest) !== (ours.d === digest)) return theirs.d === digest;
      if (!theirs.ok !== !ours.ok) return !!theirs.ok;
      return (theirs.t || 0) > (ours.t || 0);
    };

    /** @param {string} text */
    const bring = (text) => {
      const { lessons, bad, newer } = sift(text.trim());
      if (!lessons) {
        say(newer ? words.newer : words.foreign);
        return;
      }
      const mine = { ...kept() };
      let came = 0;
      let same = 0;
      let sensitive = 0;
      Object.keys(lessons).forEach((lesson) => Object.keys(lessons[lesson]).forEach((question) => {
        const answer = lessons[lesson][question];
        const ours = (mine[lesson] || {})[question];
        if (never.includes(lesson)) {
          sensitive += 1;
        } else if (isBetter(answer, ours, now[`${lesson}/${question}`])) {
          came += 1;
          mine[lesson] = { ...mine[lesson], [question]: answer };
        } else {
          same += 1;
        }
      }));
      if (came && !put(mine)) notice(page);
      changed();
      /** @param {string} key @param {number} count */
      const part = (key, count) => (count ? t(words[key], { count }) : '');
      say(
        t(words.came, { count: came }), part('same', same), part('sensitive', sensitive),
        part('unread', bad.length));
    };

    /** @param {string} name @param {() => void} action */
    const on = (name, action) => one(`.vx-kept__${name}`).addEventListener('click', action);

    on('save', save);
    on('open', () => input.click());
    input.addEventListener('change', async () => {
      const file = (input.files || [])[0];
      if (!file) return;
      // No learner fills five million letters; a film chosen by mistake is not read.
      bring(file.size < 5e6 ? await file.text().catch(() => '') : '');
      input.value = ''; // the same file may be chosen again
    });
    on('copy', () => {
      if (!area.value) area.value = written();
      if (!area.value) {
        say(words.nothing);
        return;
      }
      area.focus();
      area.select();
      let copied = false;
      try {
        copied = document.execCommand('copy');
      } catch {} // not allowed here
      say(copied ? words.copied : words.copy_by_hand);
    });
    on('paste', () => {
      if (area.value.trim()) bring(area.value);
      else say(words.empty);
    });
    area.addEventListener('focus', () => area.select()); // what is pasted takes its place
    const show = () => (area.value = details.open ? written() : '');
    details.addEventListener('toggle', show);
    document.addEventListener('vx-answers', show);
  });
}
