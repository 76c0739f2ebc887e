// What a page sees of one flag as its visitor signs in, becomes somebody unknown, and signs out.
// usage: node provider.js BASE_URL TOKEN FLAG TARGETING_KEY
const { OpenFeature } = require('@openfeature/web-sdk');
const { OFREPWebProvider } = require('@openfeature/ofrep-web-provider');
const { randomUUID } = require('node:crypto');

const [baseUrl, token, flag, person] = process.argv.slice(2);

// what a browser keeps between pages
const kept = new Map();
globalThis.localStorage = {
	getItem: (key) => kept.get(key) ?? null,
	setItem: (key, value) => kept.set(key, String(value)),
	removeItem: (key) => kept.delete(key),
};

async function main() {
	const client = OpenFeature.getClient();
	const seen = () => client.getStringValue(flag, 'the default of the code');
	const answers = {};
	await OpenFeature.setContext({ targetingKey: randomUUID() });
	await OpenFeature.setProviderAndWait(new OFREPWebProvider({ baseUrl, headers: [['Authorization', `Bearer ${token}`]] }));
	answers.atFirst = seen();
	await OpenFeature.setContext({ targetingKey: person });
	answers.signedIn = seen();
	await OpenFeature.setContext({ targetingKey: 'nobody-has-this-key' });
	answers.unknown = seen();
	await OpenFeature.setContext({ targetingKey: person });
	answers.again = seen();
	await OpenFeature.setContext({});
	answers.signedOut = seen();
	console.log(JSON.stringify(answers));
	process.exit(0);
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
