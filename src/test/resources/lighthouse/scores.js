import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const TURNS = 3;

const [browser, cookie, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromePath: browser, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const scores = {};
for (const address of addresses) {
	const turns = [];
	for (let turn = 0; turn < TURNS; turn++) {
		const { lhr } = await lighthouse(address, {
			port: chrome.port, logLevel: "error", extraHeaders: { Cookie: cookie },
			onlyCategories: ["performance", "accessibility", "best-practices"],
		});
		turns.push(Object.values(lhr.categories).map((category) => Math.round(category.score * 100)));
	}
	scores[address] = turns[0].map((_, category) => turns.map((turn) => turn[category]).sort((a, b) => a - b)[1]);
}
await chrome.kill();
console.log(JSON.stringify(scores));
