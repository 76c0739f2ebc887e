package dev.sayso.landing.visit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.Services;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;

/**
 * Stops what a link in the header of a message is about, and nothing more: one service,
 * or one channel. Stopping it again writes nothing.
 */
@Component
class UnsubscribeByLink {

	private final Services services;

	private final SubmittedSubscriptions subscriptions;

	private final RecordSay say;

	private final SubmissionEvidence evidence;

	private final PublicMessages messages;

	UnsubscribeByLink(Services services, SubmittedSubscriptions subscriptions, RecordSay say,
			SubmissionEvidence evidence, PublicMessages messages) {
		this.services = services;
		this.subscriptions = subscriptions;
		this.say = say;
		this.evidence = evidence;
		this.messages = messages;
	}

	@Transactional
	public void stop(LinkToken.Unsubscribe link, VisitorRequest request) {
		String service = service(link);
		List<Statement> noes = (service != null) ? List.of() : List.of(Statement.of(purpose(link), Choice.NO));
		Declaration declaration = Declaration.bySubject(noes, this.evidence.collect(link, request), null, null);
		if (service != null) {
			this.subscriptions.record(link.profile(), declaration, List.of(SubscriptionStatement.out(service, null)));
		}
		else {
			this.say.record(link.profile(), declaration);
		}
	}

	/** What it stops, as people read it: e-mail where its service is gone. */
	String name(LinkToken.Unsubscribe link, Locale locale) {
		return Optional.ofNullable(service(link))
			.flatMap(this.services::findBySlug)
			.map((service) -> service.name(locale.getLanguage()))
			.orElseGet(() -> this.messages.name(purpose(link), locale));
	}

	/** The key of the service that it stops; null where it stops a channel. */
	private static @Nullable String service(LinkToken.Unsubscribe link) {
		return link.purpose().startsWith(SubscriptionLedger.PREFIX)
				? link.purpose().substring(SubscriptionLedger.PREFIX.length()) : null;
	}

	private static Purpose purpose(LinkToken.Unsubscribe link) {
		return Purpose.of(link.purpose()).orElse(Purpose.MARKETING_EMAIL);
	}

}
