package dev.sayso.decision.outcome;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;

/**
 * For how long what was answered is kept, as an administrator set it.
 */
@Component
public class DecisionSettings {

	static final int MOST_DAYS = 3650;

	private static final String DAYS = "decision.days";

	private static final int USUAL = 90;

	private final Settings settings;

	private final Audit audit;

	DecisionSettings(Settings settings, Audit audit) {
		this.settings = settings;
		this.audit = audit;
	}

	/** Days for which propositions are kept; 0 for not at all. */
	public int days() {
		return this.settings.get(DAYS).map(Integer::valueOf).orElse(USUAL);
	}

	/**
	 * Changes it.
	 * @return whether it was another
	 */
	@Transactional
	public boolean keepFor(int days, Actor by) {
		int before = days();
		if (before == days) {
			return false;
		}
		this.settings.set(DAYS, String.valueOf(days));
		this.audit.write(by, "edited", new AuditSubject("settings", "decisions", "decisions"),
				List.of(new FieldChange("decision.days", String.valueOf(before), String.valueOf(days))));
		return true;
	}

}
