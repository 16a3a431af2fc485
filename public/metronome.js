// A worker's timers are not slowed down when its page is hidden: it says once a second that a second has passed.
setInterval(() => postMessage(0), 1000);
