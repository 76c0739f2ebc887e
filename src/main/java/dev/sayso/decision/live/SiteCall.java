package dev.sayso.decision.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way in which a site asks for a decision, with the code that does.
 */
enum SiteCall {

	/** Over HTTP, with curl. */
	HTTP {
		@Override
		List<Snippet> snippets(Subject subject) {
			return List.of(new Snippet("ask", subject.fill("""
					curl {base}/api/v1/decisions \\
					  -H "Authorization: Bearer $SAYSO_TOKEN" \\
					  -H 'Content-Type: application/json' \\
					  -d '{"profile":"{person}",
					       "scopes":[{"decision":"{decision}","placement":"{placement}"}]}'
					""")), new Snippet("tell", subject.fill("""
					curl {base}/api/v1/propositions/$ID/events \\
					  -H "Authorization: Bearer $SAYSO_TOKEN" \\
					  -H 'Content-Type: application/json' \\
					  -d '{"type":"display","id":"1"}'
					""")));
		}
	},

	/** With OpenFeature's provider for servers, from npm. */
	SERVER {
		@Override
		List<Snippet> snippets(Subject subject) {
			return List.of(new Snippet("install", "npm install @openfeature/server-sdk @openfeature/ofrep-provider\n"),
					new Snippet("ask", subject.fill("""
							import { OpenFeature } from '@openfeature/server-sdk';
							import { OFREPProvider } from '@openfeature/ofrep-provider';

							await OpenFeature.setProviderAndWait(new OFREPProvider({
							  baseUrl: '{base}',
							  headers: [['Authorization', `Bearer ${process.env.SAYSO_TOKEN}`]],
							}));

							const details = await OpenFeature.getClient()
							  .get{type}Details('{flag}', {default}, { targetingKey: '{person}' });
							// details.value is what to show, details.flagMetadata.proposition its id
							""")));
		}
	},

	/** With OpenFeature's provider for Java, from Maven Central. */
	JAVA {
		@Override
		List<Snippet> snippets(Subject subject) {
			return List.of(new Snippet("install", """
					dev.openfeature:sdk
					dev.openfeature.contrib.providers:ofrep
					"""), new Snippet("ask", subject.fill("""
					OpenFeatureAPI api = OpenFeatureAPI.getInstance();
					api.setProviderAndWait(OfrepProvider.constructProvider(OfrepProviderOptions.builder()
					    .baseUrl("{base}")
					    .headers(ImmutableMap.of("Authorization",
					        ImmutableList.of("Bearer " + System.getenv("SAYSO_TOKEN"))))
					    .build()));

					var details = api.getClient()
					    .get{type}Details("{flag}", {java}, new ImmutableContext("{person}"));
					// details.getValue() is what to show
					""")));
		}
	},

	/** In a web page, with OpenFeature's provider for those, from npm. */
	WEB {
		@Override
		List<Snippet> snippets(Subject subject) {
			return List.of(new Snippet("install", "npm install @openfeature/web-sdk @openfeature/ofrep-web-provider\n"),
					new Snippet("page", subject.fill("""
							import { OpenFeature } from '@openfeature/web-sdk';
							import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

							// at the start, at sign-in with the key of whoever signed in, at sign-out without
							export async function identify(subjectKey) {
							  await OpenFeature.setProviderAndWait(new OFREPWebProvider({
							    baseUrl: '{base}',
							    headers: [['Authorization', 'Bearer sayso_browser_…']],
							    cacheMode: 'disabled',
							  }), subjectKey ? { targetingKey: subjectKey } : {});
							}

							await identify();
							const details = OpenFeature.getClient().get{type}Details('{flag}', {default});
							""")), new Snippet("tell", subject.fill("""
							await fetch('{base}/api/v1/propositions/' + details.flagMetadata.proposition + '/events', {
							  method: 'POST',
							  headers: { Authorization: 'Bearer sayso_browser_…', 'Content-Type': 'application/json' },
							  body: JSON.stringify({ type: 'display', id: crypto.randomUUID() }),
							});
							""")), new Snippet("key", subject.fill("""
							// on your server, for whoever is signed in there
							const answer = await fetch(
							  '{base}/api/v1/profiles/' + encodeURIComponent('{person}') + '/subject-keys',
							  { method: 'POST', headers: { Authorization: `Bearer ${process.env.SAYSO_TOKEN}` } });
							const { key, until } = await answer.json();
							""")));
		}
	},

	/** For everybody in an audience at once. */
	BATCH {
		@Override
		List<Snippet> snippets(Subject subject) {
			return List.of(new Snippet("ask", subject.fill("""
					curl {base}/api/v1/decision-batches \\
					  -H "Authorization: Bearer $SAYSO_TOKEN" \\
					  -H 'Content-Type: application/json' \\
					  -d '{"scopes":[{"decision":"{decision}","placement":"{placement}"}]}'
					""")));
		}
	};

	/**
	 * Code to copy.
	 *
	 * @param label what it is for, as in messages
	 */
	record Snippet(String label, String code) {
	}

	/**
	 * What is asked for, and for whom.
	 *
	 * @param base the address of this deployment
	 * @param flag the key by which OpenFeature asks for the placement
	 * @param person as the API names them
	 * @param json whether the placement shows JSON and no text
	 */
	record Subject(String base, String decision, String placement, String flag, String person, boolean json) {

		String fill(String code) {
			return code.replace("{base}", this.base)
				.replace("{decision}", this.decision)
				.replace("{placement}", this.placement)
				.replace("{flag}", this.flag)
				.replace("{person}", this.person)
				.replace("{type}", this.json ? "Object" : "String")
				.replace("{default}", this.json ? "{}" : "''")
				.replace("{java}", this.json ? "new Value()" : "\"\"");
		}

	}

	abstract List<Snippet> snippets(Subject subject);

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<SiteCall> of(String key) {
		return Stream.of(values()).filter((call) -> call.key().equals(key)).findFirst();
	}

}
