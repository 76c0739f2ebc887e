package dev.sayso.consent.status;

import java.util.Map;
import java.util.Optional;

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

	/** Such as "No lifted on 3 March 2026 by Olga". */
	public String brief(Consent takenBack) {
		return describe(takenBack, this.ledger.find(takenBack.ledgerId()), "");
	}

	/** The same with what proved it and the reason. */
	public String full(Consent takenBack) {
		Optional<LedgerEntry> entry = this.ledger.find(takenBack.ledgerId());
		String proof = entry.filter((known) -> known.origin() == Origin.OPERATOR)
			.map((known) -> proof(known.evidence().facts()))
			.orElse("");
		return this.messages.quoted(describe(takenBack, entry, proof), takenBack.reason());
	}

	private String describe(Consent takenBack, Optional<LedgerEntry> entry, String proof) {
		boolean no = entry.filter((known) -> Choice.NO.value().equals(known.before())).isPresent();
		return this.messages.text((no ? "taken-back.no" : "taken-back.say") + (proof.isEmpty() ? "" : ".proven"),
				this.messages.times().day(takenBack.since()),
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
