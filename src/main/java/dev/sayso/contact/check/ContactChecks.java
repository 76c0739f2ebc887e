package dev.sayso.contact.check;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Say;
import dev.sayso.consent.Tracking;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactRule.Subscribed;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.VerdictMessages;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.contact.check.CheckedProfile.Basis;
import dev.sayso.contact.check.CheckedProfile.TrackingOf;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileName;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Asks the verdict about all whom a caller names, in a handful of queries.
 */
@Component
class ContactChecks {

	private final KnownPeople people;

	private final ProfileLookup names;

	private final ContactStatuses statuses;

	private final ServiceAnswers services;

	private final VerdictMessages messages;

	private final Clock clock;

	ContactChecks(KnownPeople people, ProfileLookup names, ContactStatuses statuses, ServiceAnswers services,
			VerdictMessages messages, Clock clock) {
		this.people = people;
		this.names = names;
		this.statuses = statuses;
		this.services = services;
		this.messages = messages;
		this.clock = clock;
	}

	/** The verdicts, in the order of the names. */
	List<CheckedProfile> check(ContactCheckBody body, List<String> asked) {
		Instant at = (body.at() != null) ? body.at() : this.clock.instant();
		Map<String, List<KnownPeople.Known>> known = this.people.find(asked, body.on(), body.at());
		Map<ProfileId, Subscribed> subscribed = (body.service() != null) ? this.services.find(body.service(),
				known.values()
					.stream()
					.flatMap(Collection::stream)
					.map(KnownPeople.Known::id)
					.collect(Collectors.toSet()),
				body.at()) : Map.of();
		Channel channel = body.on();
		String action = body.act();
		Map<String, CheckedProfile> checked = new HashMap<>();
		known.forEach((name, each) -> checked.put(name, answer(name, each.stream().map((one) -> {
			Question question = new Question(channel, action, subscribed.get(one.id()), at);
			return new Checked(one.id(), question, this.statuses.verdict(one.status(), question));
		}).toList(), body)));
		Set<String> unknown = new LinkedHashSet<>(asked);
		unknown.removeAll(known.keySet());
		unknown(body, unknown).forEach((name, status) -> checked.put(name, unknown(name, status, body, at)));
		return asked.stream().map(checked::get).toList();
	}

	/** The verdict about one of those whom a name means. */
	private record Checked(ProfileId id, Question question, Verdict verdict) {

		/** What lets through. */
		Stream<Basis> bases() {
			Subscribed service = this.question.isTransactional() ? null : this.question.service();
			Stream<Basis> subscription = Stream.ofNullable(service)
				.map((in) -> new Basis(SubscriptionLedger.PREFIX + in.key(), SubscriptionState.SUBSCRIBED.key(),
						"explicit", in.since(), in.ledger()));
			return Stream.concat(subscription, this.verdict.bases().stream().map(ContactChecks::basis));
		}

	}

	private CheckedProfile answer(String name, List<Checked> each, ContactCheckBody body) {
		boolean several = each.size() > 1;
		boolean allowed = each.stream().allMatch((one) -> one.verdict().allowed());
		List<CheckedProfile.Reason> reasons = allowed ? List.of()
				: each.stream()
					.flatMap((one) -> VerdictMessages.ordered(one.verdict())
						.stream()
						.map((reason) -> reason(reason, body.on(), several ? one.id() : null)))
					.distinct()
					.toList();
		List<Basis> bases = (allowed && body.explains()) ? each.stream().flatMap(Checked::bases).distinct().toList()
				: null;
		return new CheckedProfile(name, several ? null : each.get(0).id().id(), allowed,
				strictest(each, Verdict::tracking).key(),
				TrackingOf.of(strictest(each, Verdict::opens), strictest(each, Verdict::clicks)), reasons, bases,
				details(body));
	}

	private static Tracking strictest(List<Checked> each, Function<Verdict, Tracking> of) {
		Tracking strictest = of.apply(each.get(0).verdict());
		for (Checked one : each) {
			strictest = strictest.stricter(of.apply(one.verdict()));
		}
		return strictest;
	}

	private CheckedProfile.Reason reason(Verdict.Reason reason, Channel channel, @Nullable ProfileId whose) {
		Suppression suppression = reason.suppression();
		ProfileId sharer = (reason.sharer() != null) ? reason.sharer() : whose;
		Verdict.PolicyVersion policy = reason.policy();
		return new CheckedProfile.Reason(reason.code().name(), this.messages.full(reason, channel), reason.since(),
				reason.until(), reason.ledger(),
				(policy != null) ? new CheckedProfile.Policy(policy.key(), policy.version()) : null,
				(suppression != null) ? suppression.id() : null, (sharer != null) ? sharer.id() : null);
	}

	private static Basis basis(EffectiveChoice choice) {
		Consent consent = choice.consent();
		UUID ledger = (consent != null) ? consent.ledgerId() : null;
		return new Basis(choice.purpose().key(), choice.choice().value(), choice.because().key(),
				(consent != null) ? consent.since() : null, ledger);
	}

	/**
	 * What is known of the addresses by which nobody is known, or nobody any more who was
	 * found a moment ago.
	 */
	private Map<String, ContactStatus> unknown(ContactCheckBody body, Set<String> names) {
		Map<String, Map<Channel, String>> addresses = new LinkedHashMap<>();
		names.forEach((name) -> addresses.put(name, address(name, body.on())));
		Map<String, List<Suppression>> suppressed = this.statuses.suppressions(addresses, body.at());
		Map<String, ContactStatus> statuses = new HashMap<>();
		addresses.forEach((name, address) -> statuses.put(name, new ContactStatus(Say.nothing(ProfileId.random()),
				address, suppressed.getOrDefault(name, List.of()), List.of(), this.statuses.defaults(body.at()))));
		return statuses;
	}

	private Map<Channel, String> address(String name, Channel channel) {
		ProfileName read = this.names.name(name);
		boolean fits = read != null && read.shared() && switch (channel) {
			case EMAIL -> read.column().equals("email_key");
			case SMS, CALL, WHATS_APP -> read.column().equals("mobile");
			case POSTAL_MAIL, PUSH, FAX -> false;
		};
		return fits ? Map.of(channel, read.value().toString()) : Map.of();
	}

	private CheckedProfile unknown(String name, ContactStatus status, ContactCheckBody body, Instant at) {
		Verdict verdict = this.statuses.verdict(status, new Question(body.on(), body.act(), at));
		List<CheckedProfile.Reason> reasons = Stream
			.concat(Stream.of(Verdict.Reason.of(Code.UNKNOWN_PROFILE)),
					verdict.reasons().stream().filter((reason) -> reason.code() == Code.ADDRESS_SUPPRESSED))
			.map((reason) -> reason(reason, body.on(), null))
			.toList();
		return new CheckedProfile(name, null, false, verdict.tracking().key(),
				TrackingOf.of(verdict.opens(), verdict.clicks()), reasons, null, details(body));
	}

	private static @Nullable String details(ContactCheckBody body) {
		return (body.at() != null) ? "now" : null;
	}

}
