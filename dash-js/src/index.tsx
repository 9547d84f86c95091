// The entry: mounts the page the server sent.
import './theme/index.css';
