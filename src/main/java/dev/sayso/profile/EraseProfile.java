package dev.sayso.profile;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.Subject;
import dev.sayso.consent.KeepSay;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;

/**
 * Erases a person (GDPR Art. 17): their noes stay with their addresses' hashes, the
 * ledger keeps purpose, choice and time under a random id, all else goes.
 */
@Component
public class EraseProfile {

	private final Profiles profiles;

	private final KeepSay keepSay;

	private final SuppressedProfiles suppressed;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	EraseProfile(Profiles profiles, KeepSay keepSay, SuppressedProfiles suppressed, Audit audit,
			ApplicationEventPublisher events) {
		this.profiles = profiles;
		this.keepSay = keepSay;
		this.suppressed = suppressed;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Erases somebody.
	 * @throws NotFound when nobody has this id
	 */
	@Transactional
	public void erase(ProfileId id, Actor by) {
		Profile profile = this.profiles.findById(id).orElseThrow(() -> new NotFound("profile " + id));
		this.keepSay.erase(id, profile.addresses());
		this.events.publishEvent(new ProfileErased(id));
		this.profiles.delete(profile);
		this.suppressed.addAll(profile.addresses());
		this.audit.write(by, "erased", new Subject("profile", "", ""), List.of());
	}

}
