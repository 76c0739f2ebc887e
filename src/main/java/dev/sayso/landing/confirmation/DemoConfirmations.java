package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.visit.SubmissionEvidence;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;
import dev.sayso.shared.Ids;

/**
 * The demo's people who subscribed on the page that asks once more by mail, and have not
 * answered that mail yet.
 */
@Component
@Order(35)
class DemoConfirmations implements DemoContent {

	private static final String SERVICE = "newsletter";

	private final PublishedPages pages;

	private final ProfileLookup people;

	private final RecordSubscription subscriptions;

	private final Submissions submissions;

	private final SubmissionEvidence evidence;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DemoConfirmations(PublishedPages pages, ProfileLookup people, RecordSubscription subscriptions,
			Submissions submissions, SubmissionEvidence evidence, ApplicationEventPublisher events, Clock clock) {
		this.pages = pages;
		this.people = people;
		this.subscriptions = subscriptions;
		this.submissions = submissions;
		this.evidence = evidence;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "confirmations";
	}

	@Override
	public void lay() {
		this.pages.find("subscribe", null)
			.ifPresent((page) -> List.of(23, 34, 44)
				.forEach((number) -> this.people.candidates("externalId:demo-" + number)
					.forEach((person) -> subscribe(page, person))));
	}

	private void subscribe(PublishedPage page, Profile person) {
		UUID id = Ids.next();
		String email = Objects.requireNonNull(person.details().email());
		String language = Objects.requireNonNullElse(person.details().language(), "en");
		VisitorRequest request = new VisitorRequest(null, language, "Mozilla/5.0 (Android 16; Mobile) Firefox/145.0",
				"192.0.2.23", null, true, false, false);
		this.submissions.add(new Submission(id, page.id(), page.version(), new Submission.Opening(Ids.next(), 1, null),
				person.id(), false, 0, 0, false, language, this.clock.instant(),
				new Submission.Content(List.of(SubscriptionLedger.PREFIX + SERVICE), Map.of("email", email),
						Set.of(Channel.EMAIL)),
				null));
		this.subscriptions.record(person.id(),
				Declaration.byVisitor(List.of(), this.evidence.origin(page, request), page.source(), id),
				SubscriptionStatement.asked(SERVICE, "weekly"));
		this.events.publishEvent(new Submission.OptInsAsked(page, id, person.id(), email, language,
				List.of(SubscriptionLedger.PREFIX + SERVICE)));
	}

}
