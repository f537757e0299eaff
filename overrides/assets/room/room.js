/*
 * The wire from the room's window to the teacher's, which opened it: what is shown goes out, and
 * presses, hands, answers, a timer come in. Nothing is believed but from that window and this site.
 */
{
  const { now, live, timer, name } = VxProjector;
  const FILE = location.protocol === 'file:'; // there every page is a stranger to every other
  let token = '';

  /** @typedef {ReturnType<typeof now>['slides'][0]} Slide */
  /** Enough of it to know what comes; whole words. @param {string} text */
  const short = (text) => (text.length > 400 ? `${text.slice(0, 400).replace(/\s\S*$/, '')}…` : text);

  /** @param {Slide | undefined} slide */
  const brief = (slide) => (slide
    ? { kind: slide.kind, title: slide.title, text: short(slide.text.replace(/\s+/g, ' ').trim()) } : null);

  /** @param {Slide} slide */
  const asked = (slide) => {
    const state = live.of(slide);
    const { question } = slide;
    if (!question || !state || slide.kind !== 'ask') return null;
    const step = live.step(slide);
    const parts = step ? step.ways : question.parts;
    return {
      kind: question.kind,
      counted: live.counted(slide),
      closed: live.closed(slide),
      done: state.done,
      hints: question.hints.length,
      parts: parts.map((part, at) => ({
        key: part.key,
        letter: part.letter,
        text: (part.text.textContent || '').trim(),
        right: part.right,
        shown: VxAsk.open(question, state, at),
        why: !!part.feedback,
        to: part.to,
        // Where it belongs: its place in the order, the letter of its match.
        place: question.kind === 'order' ? part.key
          : question.others.filter((one) => one.key === part.key).map((one) => one.letter).join(),
        votes: state.votes[part.key] || 0,
      })),
    };
  };

  const report = () => {
    const { on, at, slides, blank } = now();
    if (!on) return { is: 'page' };
    const slide = slides[at];
    let next = at + 1; // an explanation behind another question is not what comes next
    while (slides[next] && slides[next].kind === 'explain' && slides[next].question !== slide.question) next += 1;
    return {
      is: 'state',
      n: at + 1,
      all: slides.length,
      blank,
      anchors: [slide.section, ...slide.anchors],
      now: brief(slide),
      next: brief(slides[next]),
      timer: timer.running() ? timer.left() : -1,
      ask: asked(slide),
      // All the room may see: an explanation waits for its question.
      titles: slides.map((one, index) => (VxProjector.shown(index) ? one.title : null)),
    };
  };

  /** @param {object} message */
  const send = (message) => {
    const { opener } = window;
    if (opener && !opener.closed) {
      opener.postMessage({ vx: 'project', lesson: name, token, ...message }, FILE ? '*' : location.origin);
    }
  };
  const tell = () => send(report());

  /** @type {Record<string, (value: any, key: string) => void>} */
  const does = {
    hello: (value) => (token = String(value)),
    start: () => VxProjector.start(''),
    go: (value) => VxProjector.go(Number(value)),
    act: (value) => VxProjector.run(String(value)),
    why: (value) => VxProjector.why(String(value)),
    choose: (value) => VxProjector.choose(String(value)),
    timer: (value) => timer.start(Number(value)),
    vote: (value, key) => live.vote(now().slides[now().at], key, Number(value)),
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (!source || source !== window.opener || !(FILE || origin === location.origin)) return;
    if (!data || data.vx !== 'project' || !does[data.does]) return;
    if (data.does !== 'hello' && data.does !== 'start' && !now().on) return;
    does[data.does](data.value, String(data.key));
    tell();
  });
  addEventListener('pagehide', () => send({ is: 'gone' }));
  setInterval(tell, 2000); // so that a teacher's window that was reloaded finds the room again
  VxProjector.hear(tell);
  tell();
}
