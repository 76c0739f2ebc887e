package dev.sayso.account;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.audit.Subject;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;
import dev.sayso.shared.Times;

/**
 * Changes what holds for the whole deployment, and tells the audit which of it.
 */
@Component
class ChangeGeneral {

	private final Settings settings;

	private final Times times;

	private final Audit audit;

	ChangeGeneral(Settings settings, Times times, Audit audit) {
		this.settings = settings;
		this.times = times;
		this.audit = audit;
	}

	GeneralForm now() {
		return GeneralForm.of(this.settings, this.times);
	}

	@Transactional
	public void to(GeneralForm form, Actor actor) {
		Map<String, String> before = now().values();
		List<FieldChange> changes = FieldChange.between(before, form.values());
		if (changes.isEmpty()) {
			return;
		}
		changes.forEach((change) -> this.settings.set(change.field(), form.values().get(change.field())));
		this.audit.write(actor, "edited", new Subject("settings", "general", "general"), changes);
	}

}
