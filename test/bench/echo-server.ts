import { fastify } from 'fastify';

// The yardstick of the http suite: a bare Fastify that parses the same JSON and sends it back.
const server = fastify({ logger: false });
server.post('/', (request, reply) => reply.send(request.body));
await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
process.stdout.write('ready\n');
