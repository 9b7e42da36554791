/** What the API is measured against: Node's own HTTP server, which answers every request with a small JSON body. In: PORT. Out: "ready" to the parent. */
import { createServer } from 'node:http';

const BODY = JSON.stringify({ status: 'processing', progress: '0%', current_step: 'Queued for processing' });

createServer((_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(BODY)).listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
