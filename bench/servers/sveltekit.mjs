// adapter-node's own server; it reads PORT, HOST and ORIGIN. It is there once bench/peers is built.
await import(new URL('../peers/build/index.js', import.meta.url).href);
