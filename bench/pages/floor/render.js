import { render } from 'svelte/server';
import App from './App.svelte';

/** @param {object} props */
export const renderApp = (props) => render(App, { props }).body;
