package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.PendingDetails;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.Attention;
import dev.sayso.shared.ProfileId;

/**
 * Finds the people for whom something waits to be confirmed: opt-ins that stand as
 * pending or wait beside another say, and details typed by somebody nobody identified.
 */
@Component
class PendingConfirmations implements Attention {

	private static final String ALL = """
			select w.profile_id, min(w.at) as since from (
				select profile_id, at from pending_opt_in
				union all select profile_id, since from consent where choice = 'p'
				union all select profile_id, since from subscription where state = 'pending'
				union all select profile_id, at from pending_details) w
			group by w.profile_id
			""";

	private final JdbcClient jdbc;

	private final Profiles profiles;

	private final Says says;

	private final PendingOptIns pendingOptIns;

	private final PendingDetails pendingDetails;

	private final Subscriptions subscriptions;

	private final ConfirmationMailStates mails;

	PendingConfirmations(JdbcClient jdbc, Profiles profiles, Says says, PendingOptIns pendingOptIns,
			PendingDetails pendingDetails, Subscriptions subscriptions, ConfirmationMailStates mails) {
		this.subscriptions = subscriptions;
		this.mails = mails;
		this.jdbc = jdbc;
		this.profiles = profiles;
		this.says = says;
		this.pendingOptIns = pendingOptIns;
		this.pendingDetails = pendingDetails;
	}

	record After(Instant since, UUID profile) {
	}

	/** Those who wait longest, behind {@code after} where it is given. */
	List<PendingConfirmation> list(@Nullable After after, int limit) {
		String further = (after != null)
				? " having min(w.at) > :since or (min(w.at) = :since and w.profile_id > :profile)" : "";
		return this.jdbc.sql(ALL + further + " order by since, w.profile_id limit :limit")
			.param("since", (after != null) ? after.since().atOffset(ZoneOffset.UTC) : null)
			.param("profile", (after != null) ? after.profile() : null)
			.param("limit", limit)
			.query((row, number) -> new ProfileId(row.getObject("profile_id", UUID.class)))
			.list()
			.stream()
			.flatMap((profile) -> find(profile).stream())
			.toList();
	}

	/** How many people have a pending confirmation, at most a thousand. */
	int count() {
		return this.jdbc.sql("select count(*) from (" + ALL + " limit 1000) c").query(Integer.class).single();
	}

	@Override
	public List<Item> items() {
		int count = count();
		return (count == 0) ? List.of() : List.of(new Item("confirmation.attention", "confirmation.attention.detail",
				count, "/confirmations", List.of(count)));
	}

	Optional<PendingConfirmation> find(ProfileId id) {
		return this.profiles.findById(id).map(this::load);
	}

	private PendingConfirmation load(Profile profile) {
		Say say = this.says.find(profile.id());
		List<PendingConfirmation.OptIn> optIns = new ArrayList<>();
		say.consents()
			.values()
			.stream()
			.filter((consent) -> consent.choice() == Choice.PENDING)
			.forEach((consent) -> optIns.add(new PendingConfirmation.OptIn(consent.purpose(), consent.since(),
					Objects.requireNonNullElse(consent.source(), ""), true, no(say, consent.purpose()))));
		this.pendingOptIns.list(profile.id())
			.forEach((optIn) -> optIns.add(new PendingConfirmation.OptIn(optIn.purpose(), optIn.at(),
					Objects.requireNonNullElse(optIn.source(), ""), false, no(say, optIn.purpose()))));
		List<Subscription> services = this.subscriptions.find(profile.id())
			.byService()
			.values()
			.stream()
			.filter((subscription) -> subscription.state() == SubscriptionState.PENDING)
			.toList();
		return new PendingConfirmation(profile, optIns, services, this.pendingDetails.list(profile.id()),
				this.mails.find(profile.id()));
	}

	/**
	 * The no that stands in the way of an opt-in; one to any channel stands before its
	 * own.
	 */
	private static @Nullable Consent no(Say say, Purpose purpose) {
		Optional<Consent> any = purpose.isMarketing() ? say.get(Purpose.MARKETING_ANY) : Optional.empty();
		return any.filter((consent) -> consent.choice() == Choice.NO)
			.or(() -> say.get(purpose).filter((consent) -> consent.choice() == Choice.NO))
			.orElse(null);
	}

}
