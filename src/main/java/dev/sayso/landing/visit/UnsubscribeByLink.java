package dev.sayso.landing.visit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionStatement;

/**
 * Stops what a link in the header of a message is about, and nothing more: one service,
 * or one channel. Stopping it again writes nothing. Where the service is gone the no is
 * to e-mail, as the narrowest that is left: RFC 8058 is about mail, and a no to what
 * nobody can send any more would stop nothing.
 */
@Component
class UnsubscribeByLink {

	private final Services services;

	private final RecordSubscription subscriptions;

	private final RecordSay say;

	private final SubmissionEvidence evidence;

	private final PublicMessages messages;

	UnsubscribeByLink(Services services, RecordSubscription subscriptions, RecordSay say, SubmissionEvidence evidence,
			PublicMessages messages) {
		this.services = services;
		this.subscriptions = subscriptions;
		this.say = say;
		this.evidence = evidence;
		this.messages = messages;
	}

	@Transactional
	public void stop(LinkToken.Unsubscribe link, VisitorRequest request) {
		Optional<Service> service = service(link);
		List<Statement> noes = service.isPresent() ? List.of() : List.of(Statement.of(purpose(link), Choice.NO));
		Declaration declaration = Declaration.bySubject(noes, this.evidence.collect(link, request), null, null);
		if (service.isPresent()) {
			this.subscriptions.record(link.profile(), declaration,
					SubscriptionStatement.out(service.get().slug(), null));
		}
		else {
			this.say.record(link.profile(), declaration);
		}
	}

	/** What it stops, as people read it. */
	String name(LinkToken.Unsubscribe link, Locale locale) {
		return service(link).map((service) -> service.name(locale.getLanguage()))
			.orElseGet(() -> this.messages.name(purpose(link), locale));
	}

	private Optional<Service> service(LinkToken.Unsubscribe link) {
		return link.purpose().startsWith(SubscriptionLedger.PREFIX)
				? this.services.findBySlug(link.purpose().substring(SubscriptionLedger.PREFIX.length()))
				: Optional.empty();
	}

	private static Purpose purpose(LinkToken.Unsubscribe link) {
		return Purpose.of(link.purpose()).orElse(Purpose.MARKETING_EMAIL);
	}

}
