// src/routes/[run]/page/+page.server.js
/** Never run: the recorder answers the submissions. */
var actions = { default: () => {} };

var _page_server = /*#__PURE__*/ Object.freeze({
	__proto__: null,
	actions: actions
});

export { _page_server as _ };
//# sourceMappingURL=_page.server.js-CZAQBjkw.js.map
