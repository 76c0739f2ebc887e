package dev.sayso.landing.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageDefaults;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.mail.MailSetup;

/**
 * Reviews drafts among all that they can refer to.
 */
@Component
public class PageReviews {

	private final PageDefaults defaults;

	private final ConsentSettings settings;

	private final Services services;

	private final Attributes attributes;

	private final LinkTargets targets;

	private final UsualWords words;

	private final Clock clock;

	private final MailSetup mails;

	PageReviews(PageDefaults defaults, ConsentSettings settings, Services services, Attributes attributes,
			LinkTargets targets, UsualWords words, Clock clock, MailSetup mails) {
		this.mails = mails;
		this.defaults = defaults;
		this.settings = settings;
		this.services = services;
		this.attributes = attributes;
		this.targets = targets;
		this.words = words;
		this.clock = clock;
	}

	public List<PageFinding> review(LandingPage page) {
		List<PageFinding> findings = new ArrayList<>(MailFindings.of(page.draft(), this.mails.canSend()));
		findings.addAll(PageReview.of(page, this.defaults.fill(page.draft()), new PageReview.Surroundings(
				this.clock.instant(), this.settings.channelsInUse(),
				this.services.findAllByOrderByName()
					.stream()
					.filter((service) -> !service.isArchived())
					.map(Service::slug)
					.collect(Collectors.toSet()),
				this.attributes.findAllByOrderByLabel().stream().map(Attribute::name).collect(Collectors.toSet()),
				this.targets::imageSize, this.targets::isLive, this.words)));
		findings.addAll(this.targets.thanks(page.draft()));
		findings.sort(Comparator.comparing(PageFinding::weight));
		return findings;
	}

	public Optional<PageFinding> find(LandingPage page, String key) {
		return review(page).stream().filter((finding) -> finding.key().equals(key)).findFirst();
	}

}
