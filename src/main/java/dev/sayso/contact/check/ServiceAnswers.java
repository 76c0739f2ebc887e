package dev.sayso.contact.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PastSays;
import dev.sayso.consent.status.ContactRule.Subscribed;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.ProfileId;

/**
 * How people stand to a service, now or by an instant past.
 */
@Component
class ServiceAnswers {

	private final Services services;

	private final Subscriptions subscriptions;

	private final PastSays past;

	private final Clock clock;

	ServiceAnswers(Services services, Subscriptions subscriptions, PastSays past, Clock clock) {
		this.services = services;
		this.subscriptions = subscriptions;
		this.past = past;
		this.clock = clock;
	}

	Optional<Service> find(String key) {
		return this.services.findBySlug(key);
	}

	/**
	 * @param at null for now
	 */
	Map<ProfileId, Subscribed> find(String service, Collection<ProfileId> people, @Nullable Instant at) {
		Map<ProfileId, Subscribed> answers = new HashMap<>();
		people.forEach((person) -> answers.put(person, new Subscribed(service, false, null, null)));
		Map<ProfileId, Subscribed> current = current(service, people, (at != null) ? at : this.clock.instant());
		if (at == null) {
			answers.putAll(current);
			return answers;
		}
		this.past.find(people, SubscriptionLedger.PREFIX + service, at).forEach((person, entry) -> {
			Subscribed now = current.get(person);
			boolean stands = now != null && entry.id().equals(now.ledger());
			answers.put(person, stands ? now : subscribed(service, entry));
		});
		return answers;
	}

	private Map<ProfileId, Subscribed> current(String service, Collection<ProfileId> people, Instant at) {
		Map<ProfileId, Subscribed> current = new HashMap<>();
		this.subscriptions.load(people)
			.forEach(
					(person, of) -> of.find(service)
						.ifPresent((one) -> current.put(person,
								new Subscribed(service,
										one.isSubscribed() && (one.until() == null || at.isBefore(one.until())),
										one.since(), one.ledgerId()))));
		return current;
	}

	private static Subscribed subscribed(String service, LedgerEntry entry) {
		return new Subscribed(service, SubscriptionState.SUBSCRIBED.key().equals(entry.after()), entry.at(),
				entry.id());
	}

}
