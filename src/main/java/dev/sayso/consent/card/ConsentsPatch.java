package dev.sayso.consent.card;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.IfMatch;
import dev.sayso.shared.api.ProblemException;

/**
 * Records what another system says of a person, together with what is only kept, in one
 * transaction.
 */
@Component
class ConsentsPatch {

	private static final int MOST = 20_000;

	private final RecordSay record;

	private final Says says;

	private final JsonMapper json;

	private final Clock clock;

	ConsentsPatch(RecordSay record, Says says, JsonMapper json, Clock clock) {
		this.record = record;
		this.says = says;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Patches what somebody said.
	 * @param match the header <em>If-Match</em>
	 */
	@Transactional
	public void patch(ProfileId profile, ObjectNode body, Actor token, boolean mayLift, @Nullable String match) {
		Say say = this.record.hold(profile);
		ObjectNode extras = extras(profile);
		IfMatch.check(match, tag(say, extras));
		ConsentsBody.Patch patch = ConsentsBody.read(body, extras, this.clock.instant());
		this.record.record(say, Declaration.byApi(token, mayLift, patch.statements(), patch.evidence()));
		if (!patch.extras().equals(extras)) {
			String kept = patch.extras().toString();
			if (kept.length() > MOST) {
				throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
						"What is kept beside the say has at most " + MOST + " characters.");
			}
			this.record.keepExtras(profile, kept);
		}
	}

	/**
	 * The version of what somebody said and of what is kept beside it.
	 */
	static String tag(Say say, ObjectNode extras) {
		String kept = extras.isEmpty() ? "" : "-" + Integer.toHexString(extras.toString().hashCode());
		return '"' + say.tag().orElseThrow() + kept + '"';
	}

	/**
	 * What is kept of the person beside their say.
	 */
	ObjectNode extras(ProfileId profile) {
		return this.says.extras(profile)
			.map((text) -> (ObjectNode) this.json.readTree(text))
			.orElseGet(this.json::createObjectNode);
	}

}
