package dev.sayso.landing.trial;

import java.util.List;
import java.util.Optional;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.person.Origin;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.editor.PreviewPeople;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.visit.LinkRecipients;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * As whom a page is tried: a person there is, or somebody made up, who is put into the
 * store within the transaction of the trial and goes with it.
 */
@Component
class TrialPeople {

	private final ProfileManagement profiles;

	private final RecordSay say;

	private final LinkRecipients recipients;

	TrialPeople(ProfileManagement profiles, RecordSay say, LinkRecipients recipients) {
		this.profiles = profiles;
		this.say = say;
		this.recipients = recipients;
	}

	/** Whom a personal link would identify; empty for somebody nobody identified. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<LinkRecipient> enter(String whom, PageContent content, PublishedPage page) {
		Optional<ProfileId> id = PreviewPeople.EXAMPLES.contains(whom) ? Optional.of(create(whom, content))
				: ProfileId.parse(whom);
		return id.flatMap((profile) -> this.recipients.find(page, profile))
			.map((known) -> new LinkRecipient(known.profile(), known.say(),
					new LinkToken.Link(known.profile().id(), page.number(), 0, ""), known.subscriptions(),
					known.attributes()));
	}

	private ProfileId create(String example, PageContent content) {
		ProfileId id = this.profiles
			.create(PreviewPeople.SOMEBODY, Map.of(), new ProfileEditor(Origin.SYSTEM, Actor.system(), null))
			.id();
		if (!example.equals(PreviewPeople.SILENT)) {
			Choice choice = example.equals(PreviewPeople.YES) ? Choice.YES : Choice.NO;
			List<Statement> said = PreviewPeople.asked(content)
				.map((purpose) -> Statement.of(purpose, choice))
				.toList();
			this.say.record(id, Declaration.bySubject(said, Evidence.NONE, null, null));
		}
		return id;
	}

}
