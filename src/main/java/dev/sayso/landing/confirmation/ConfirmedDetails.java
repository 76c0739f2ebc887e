package dev.sayso.landing.confirmation;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.landing.PendingDetails;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.FormDetails;
import dev.sayso.landing.visit.FormFaults;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;

/**
 * The details that came with a form, once whoever has the address confirmed it; but for
 * the mobile number, which an e-mail address says nothing of, and which waits for an
 * operator whether others have it or not.
 */
@Component
class ConfirmedDetails {

	private static final String MOBILE = "mobile";

	private final PendingDetails pending;

	private final Profiles profiles;

	private final ProfileManagement management;

	private final FormDetails formDetails;

	ConfirmedDetails(PendingDetails pending, Profiles profiles, ProfileManagement management, FormDetails formDetails) {
		this.pending = pending;
		this.profiles = profiles;
		this.management = management;
		this.formDetails = formDetails;
	}

	/** The details that a mail confirms, by their names. */
	Map<String, String> find(MailedConfirmation asked) {
		Map<String, String> fields = new HashMap<>();
		this.pending.list(asked.profile())
			.stream()
			.filter((entry) -> entry.submission().equals(asked.id()))
			.forEach((entry) -> fields.putAll(entry.fields()));
		fields.remove(MOBILE);
		return fields;
	}

	/** Makes them the person's; what cannot be taken waits for an operator. */
	void take(MailedConfirmation asked, PublishedPage page) {
		Map<String, String> fields = find(asked);
		if (fields.isEmpty()) {
			return;
		}
		try {
			this.management.edit(asked.profile(), null,
					this.formDetails.with(this.profiles.get(asked.profile()).details(), fields), null,
					FormDetails.by(page));
			this.pending.taken(asked.profile(), asked.id(), fields.keySet());
		}
		catch (FormFaults ex) {
			// an operator sees them
		}
	}

	void drop(MailedConfirmation asked) {
		this.pending.clear(asked.profile(), asked.id());
	}

}
