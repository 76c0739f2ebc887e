package dev.sayso.profile;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.consent.suppression.SayErasure;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Erases a person (GDPR Art. 17): their noes stay with their addresses' hashes, the
 * ledger keeps purpose, choice and time under a random id, all else goes.
 */
@Component
public class EraseProfile {

	private final Profiles profiles;

	private final SayErasure erasure;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	EraseProfile(Profiles profiles, SayErasure erasure, Audit audit, ApplicationEventPublisher events) {
		this.profiles = profiles;
		this.erasure = erasure;
		this.audit = audit;
		this.events = events;
	}

	@Transactional
	public void erase(ProfileId id, Actor by) {
		Profile profile = this.profiles.get(id);
		List<SayErasure.KeptNo> noes = this.erasure.erase(id, profile.addresses());
		this.events.publishEvent(new ProfileErased(id, Origin.of(by)));
		this.profiles.delete(profile);
		this.erasure.keep(noes);
		this.audit.write(by, "erased", new AuditSubject("profile", "", ""), List.of());
	}

}
