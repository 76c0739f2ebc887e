package dev.sayso.consent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;

/**
 * The rules that protect a refusal: a file lifts none, a form none that it did not show,
 * and a person's own refusal is lifted only by them, or by others with the right, a
 * reason and evidence.
 */
final class RefusalRules {

	private final Map<Purpose, Consent> consents;

	private final Declaration declaration;

	private final Set<Purpose> ownRefusals = EnumSet.noneOf(Purpose.class);

	private final Set<Purpose> changedSince = EnumSet.noneOf(Purpose.class);

	RefusalRules(Map<Purpose, Consent> consents, Declaration declaration) {
		this.consents = consents;
		this.declaration = declaration;
	}

	/**
	 * Whether a statement may replace what stands for its purpose; that it may not is
	 * kept for {@link #refuse}.
	 */
	boolean admits(Statement statement) {
		Consent consent = this.consents.get(statement.purpose());
		if (consent == null || consent.choice() != Choice.NO || statement.choice() == Choice.NO) {
			return true;
		}
		if (this.declaration.origin() == Origin.IMPORT) {
			return false;
		}
		if (!showed(statement.purpose())) {
			this.changedSince.add(statement.purpose());
			return false;
		}
		if (!mayLift(consent, statement.reason())) {
			this.ownRefusals.add(statement.purpose());
			return false;
		}
		return true;
	}

	/**
	 * Whether the person may come back to a purpose: not from a form that showed no no to
	 * any channel, and where somebody else confirms it only with what lifting takes. That
	 * they may not is kept for {@link #refuse}.
	 */
	boolean admitsReturn(Statement statement) {
		if (!showed(Purpose.MARKETING_ANY)) {
			this.changedSince.add(statement.purpose());
			return false;
		}
		Statement uncovers = Statement.of(Purpose.MARKETING_ANY, Choice.UNKNOWN, statement.reason());
		return this.declaration.isByPerson() || (admits(uncovers) & admits(statement));
	}

	void refuse() {
		if (!this.changedSince.isEmpty()) {
			throw new StaleSayException(this.changedSince);
		}
		if (!this.ownRefusals.isEmpty()) {
			throw new OwnRefusalException(this.ownRefusals);
		}
	}

	private boolean showed(Purpose purpose) {
		Choice shown = this.declaration.shown().get(purpose);
		return shown == null || shown == Choice.NO;
	}

	/**
	 * A person's no is theirs: others lift it by right, with a reason, and with evidence
	 * where it was surely the person who said it.
	 */
	private boolean mayLift(Consent consent, @Nullable String reason) {
		if (!consent.isTheirs() || this.declaration.isByPerson()) {
			return true;
		}
		boolean proven = !consent.own() || !this.declaration.evidence().isEmpty();
		return this.declaration.mayLift() && proven && reason != null && !reason.isBlank();
	}

}
