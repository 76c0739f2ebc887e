package dev.sayso.consent.status;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Origin;

/**
 * Says what was taken back, when, by whom, and with what proof, where a default decides
 * since: a no that was lifted, or another say.
 */
@Component
public class TakenBackMessages {

	private final Ledger ledger;

	private final SayMessages messages;

	TakenBackMessages(Ledger ledger, SayMessages messages) {
		this.ledger = ledger;
		this.messages = messages;
	}

	/** Such as "No lifted on 3 March 2026 by Olga, who had a letter". */
	public String brief(Consent takenBack) {
		return this.ledger.find(takenBack.ledgerId())
			.map((entry) -> describe(takenBack, Choice.NO.value().equals(entry.before()), entry))
			.orElseGet(() -> describe(takenBack, "taken-back.say", ""));
	}

	/** The same with the reason. */
	public String full(Consent takenBack) {
		return this.messages.quoted(brief(takenBack), takenBack.reason());
	}

	private String describe(Consent takenBack, boolean no, LedgerEntry entry) {
		String proof = proof(entry.evidence().facts());
		boolean proven = takenBack.origin() == Origin.OPERATOR && !proof.isEmpty();
		return describe(takenBack, (no ? "taken-back.no" : "taken-back.say") + (proven ? ".proven" : ""), proof);
	}

	private String describe(Consent takenBack, String key, String proof) {
		return this.messages.text(key, this.messages.times().day(takenBack.since()),
				this.messages.by(takenBack.origin(), takenBack.own(), takenBack.actor(), takenBack.source()), proof);
	}

	private String proof(Map<String, Object> facts) {
		Object kind = facts.get("kind");
		Object text = facts.get("text");
		String proof = (kind != null && Evidence.KINDS.contains(kind.toString()))
				? this.messages.text("taken-back.proof." + kind)
				: (text != null) ? this.messages.text("taken-back.proof", text) : "";
		Object reference = facts.get("reference");
		return (proof.isEmpty() || reference == null) ? proof : proof + " (" + reference + ")";
	}

}
