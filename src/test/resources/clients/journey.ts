import createClient from "openapi-fetch";
import type { paths } from "./api.js";

declare const process: { argv: string[] };

/** What a program does with the types made from the API's document. */
async function main(base: string, token: string): Promise<void> {
	const api = createClient<paths>({ baseUrl: base, headers: { Authorization: `Bearer ${token}` } });
	const id = "externalId:script/1;a%b";
	const created = await api.POST("/api/v1/profiles", { body: { externalId: "script/1;a%b", email: "script@client.example" } });
	if (!created.data) {
		throw new Error(created.error.detail);
	}
	const key: string = created.data.id;
	const path = { path: { id } };
	const said = await api.PATCH("/api/v1/profiles/{id}/consents", {
		params: path,
		body: { by: "person", marketing: { email: { val: "n" }, sms: null } },
		headers: { "Content-Type": "application/merge-patch+json" }
	});
	const choice: string | undefined = said.data?.marketing?.email?.val;
	const decided = await api.POST("/api/v1/decisions", {
		body: { profile: id, dryRun: true, scopes: [{ decision: "home-hero", placement: "web-hero" }] }
	});
	const reason: string | undefined = decided.data?.propositions[0]?.reason;
	const erased = await api.DELETE("/api/v1/profiles/{id}", { params: path });
	const gone = await api.GET("/api/v1/profiles/{id}", { params: path });
	console.log([key.length, choice, reason, erased.response.status, gone.error?.status].join(" "));
}

void main(process.argv[2] ?? "", process.argv[3] ?? "");
