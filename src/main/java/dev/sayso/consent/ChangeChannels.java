package dev.sayso.consent;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;

/**
 * Changes which channels are in use and what holds when a person has said nothing.
 */
@Component
class ChangeChannels {

	private final ConsentSettings settings;

	private final Audit audit;

	ChangeChannels(ConsentSettings settings, Audit audit) {
		this.settings = settings;
		this.audit = audit;
	}

	/**
	 * Changes what differs.
	 * @return how many settings did
	 */
	@Transactional
	int to(ChannelSettingsForm form, Actor by) {
		ChannelSettingsForm before = ChannelSettingsForm.of(this.settings);
		List<FieldChange> changes = FieldChange.between(before.fields(), form.fields());
		if (changes.isEmpty()) {
			return 0;
		}
		if (!before.channels().equals(form.channels())) {
			this.settings.use(form.channels());
		}
		form.defaults().forEach((purpose, choice) -> {
			if (choice != before.defaults().get(purpose)) {
				this.settings.setDefault(purpose, choice);
			}
		});
		this.audit.write(by, "edited", new AuditSubject("settings", "channels", "channels"), changes);
		return changes.size();
	}

}
