// What a page sees of one flag as its visitor signs in and out, each time with a new provider that keeps nothing.
// usage: node page.js BASE_URL BROWSER_TOKEN ORIGIN FLAG SUBJECT_KEY
const { OpenFeature } = require('@openfeature/web-sdk');
const { OFREPWebProvider } = require('@openfeature/ofrep-web-provider');

const [baseUrl, token, origin, flag, key] = process.argv.slice(2);

// a browser says by itself where a page is from
const headers = [['Authorization', `Bearer ${token}`], ['Origin', origin]];

async function identify(subjectKey) {
	await OpenFeature.setProviderAndWait(new OFREPWebProvider({ baseUrl, headers, cacheMode: 'disabled' }),
		subjectKey ? { targetingKey: subjectKey } : {});
	return OpenFeature.getClient().getStringDetails(flag, 'the default of the code');
}

async function main() {
	const answers = { atFirst: (await identify()).value };
	const details = await identify(key);
	answers.signedIn = details.value;
	const told = await fetch(`${baseUrl}/api/v1/propositions/${details.flagMetadata.proposition}/events`, {
		method: 'POST',
		headers: [...headers, ['Content-Type', 'application/json']],
		body: JSON.stringify({ type: 'display', id: '1' }),
	});
	answers.told = told.status;
	answers.signedOut = (await identify()).value;
	console.log(JSON.stringify(answers));
	process.exit(0);
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
