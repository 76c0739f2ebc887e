package dev.sayso.account;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

/**
 * Changes what holds for the whole deployment, and tells the audit which of it.
 */
@Component
class ChangeGeneral {

	private final Settings settings;

	private final TimeFormat times;

	private final Audit audit;

	ChangeGeneral(Settings settings, TimeFormat times, Audit audit) {
		this.settings = settings;
		this.times = times;
		this.audit = audit;
	}

	GeneralSettingsForm now() {
		return GeneralSettingsForm.of(this.settings, this.times);
	}

	@Transactional
	public void to(GeneralSettingsForm form, Actor actor) {
		Map<String, String> before = now().values();
		List<FieldChange> changes = FieldChange.between(before, form.values());
		if (changes.isEmpty()) {
			return;
		}
		changes.forEach((change) -> this.settings.set(change.field(), form.values().get(change.field())));
		this.audit.write(actor, "edited", new AuditSubject("settings", "general", "general"), changes);
	}

}
