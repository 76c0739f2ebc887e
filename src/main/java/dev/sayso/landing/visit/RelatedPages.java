package dev.sayso.landing.visit;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.LinkToken.Link;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.mail.MailSetup;
import dev.sayso.shared.ProfileId;

/**
 * Links a page to its counterpart: from choices to stopping everything, and back. Only
 * pages of the same brand are related. To a page whose links were renewed a link comes by
 * mail alone: whoever is here by another one may have it from where those were.
 */
@Component
class RelatedPages {

	private final PublishedPages pages;

	private final PersonalLinks links;

	private final LinkGenerations generations;

	private final MailSetup mails;

	RelatedPages(PublishedPages pages, PersonalLinks links, LinkGenerations generations, MailSetup mails) {
		this.generations = generations;
		this.mails = mails;
		this.pages = pages;
		this.links = links;
	}

	/**
	 * The link from stopping everything to choices, for whoever is here by a personal
	 * link; the way back is a button of the form. For whoever is here by none, the way to
	 * have theirs sent to them.
	 */
	PublicFormView.@Nullable RelatedLink instead(PublishedPage page, @Nullable LinkRecipient recipient) {
		if (recipient == null) {
			return (this.mails.canSend() && !page.closed() && !namesService(page))
					? new PublicFormView.RelatedLink(PublicPath.LINKS + page.slug(), "public.link.ask") : null;
		}
		Link link = recipient.link();
		if (link == null || !page.denylist()) {
			return null;
		}
		return counterpart(page).flatMap((counterpart) -> path(link.maker(), link.profile(), counterpart))
			.map((path) -> new PublicFormView.RelatedLink(path, "public.choose.instead"))
			.orElse(null);
	}

	/** The link to another page than the one that somebody is on. */
	private Optional<String> path(int maker, ProfileId profile, PublishedPage other) {
		if (!this.generations.isRenewed(other)) {
			return Optional.of(this.links.path(maker, profile, other, ""));
		}
		return this.mails.canSend() ? Optional.of(PublicPath.LINKS + other.slug()) : Optional.empty();
	}

	/** Whether it takes a link to say which service a page is about. */
	private boolean namesService(PublishedPage page) {
		return this.pages.find(page.slug(), null).filter(PublishedPage::lacksService).isPresent();
	}

	/** The link to a page where somebody sees all of their choices. */
	Optional<String> choices(ProfileId profile, int maker) {
		return this.pages.linkable()
			.stream()
			.filter((page) -> !page.closed() && !page.lacksService() && !page.denylist() && page.asksAboutContact())
			.min(Comparator.comparing((page) -> !page.kind().stopsApart()))
			.flatMap((page) -> path(maker, profile, page));
	}

	String change(PublishedPage page, Submission submission) {
		ProfileId profile = Objects.requireNonNull(submission.profile());
		return Optional.of(page)
			.filter(PublishedPage::denylist)
			.flatMap(this::counterpart)
			.flatMap((counterpart) -> path(submission.maker(), profile, counterpart))
			.orElseGet(() -> this.links.path(submission.maker(), profile, page, service(page, submission))) + "?lang="
				+ submission.language();
	}

	private Optional<PublishedPage> counterpart(PublishedPage page) {
		return this.pages.linkable()
			.stream()
			.filter((candidate) -> !candidate.closed() && !candidate.lacksService())
			.filter((candidate) -> candidate.denylist() != page.denylist())
			.filter((candidate) -> candidate.denylist() || candidate.asksAboutContact())
			.filter((candidate) -> candidate.brand().name().equals(page.brand().name()))
			.findFirst();
	}

	/** The service that the link to a form named; empty where it needed to name none. */
	static String service(PublishedPage page, Submission submission) {
		return !page.lacksService() ? ""
				: submission.content()
					.ticked()
					.stream()
					.filter((name) -> name.startsWith(PublicFormBody.SERVICE))
					.map((name) -> name.substring(PublicFormBody.SERVICE.length()))
					.filter((key) -> !page.services().containsKey(key))
					.findFirst()
					.orElse("");
	}

}
