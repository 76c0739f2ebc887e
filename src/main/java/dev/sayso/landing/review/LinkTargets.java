package dev.sayso.landing.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.review.PageFinding.Weight;
import dev.sayso.shared.PublicAddress;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

/**
 * What of ours a page leads to or shows.
 */
@Component
class LinkTargets {

	private final LandingPages pages;

	private final UploadedImages images;

	private final PublicAddress address;

	private final ConditionCompiler conditions;

	LinkTargets(LandingPages pages, UploadedImages images, PublicAddress address, ConditionCompiler conditions) {
		this.pages = pages;
		this.images = images;
		this.address = address;
		this.conditions = conditions;
	}

	@Nullable Integer imageSize(String about) {
		return this.images.find(about.replaceFirst("#.*", "")).map(UploadedImage::bytes).orElse(null);
	}

	/**
	 * Whether a page of ours at this address was published; true of others' addresses.
	 */
	boolean isLive(String link) {
		String ours = this.address.isNamed() ? this.address.url() + "/p/" : null;
		if (ours == null || !link.startsWith(ours)) {
			return true;
		}
		String slug = link.substring(ours.length()).split("[/?#]", 2)[0];
		return PublicPath.RESERVED.contains(slug)
				|| this.pages.findBySlug(slug).filter((page) -> page.published() != null).isPresent();
	}

	/** Where readers would go on to nowhere, or for whom nobody can tell. */
	List<PageFinding> thanks(PageContent content) {
		ThankYou thankYou = content.behaviour().thankYou();
		List<PageFinding> findings = new ArrayList<>();
		IntStream.rangeClosed(0, thankYou.rules().size()).forEach((number) -> {
			way(thankYou.way(number).page()).ifPresent((code) -> findings
				.add(PageFinding.inSettings(Weight.FIX, code, (number == 0) ? "way-kind" : "rule-" + number)
					.about(thankYou.way(number).page())
					.fixedBy("words", (now) -> withWords(now, number))));
			if (number > 0 && isBroken(thankYou.rules().get(number - 1).condition())) {
				findings.add(PageFinding.inSettings(Weight.FIX, "thanks-condition", "rule-" + number)
					.about(String.valueOf(number)));
			}
		});
		return findings;
	}

	/**
	 * What is wrong with a page to go on to; empty where nothing is, or there is none.
	 */
	private Optional<String> way(String slug) {
		if (slug.isEmpty()) {
			return Optional.empty();
		}
		Optional<LandingPage> page = this.pages.findBySlug(slug).filter((found) -> !found.kind().stopsEverything());
		return page.isEmpty() ? Optional.of("thanks-gone")
				: page.filter((found) -> found.published() == null || found.unpublishedAt() != null)
					.map((found) -> "thanks-page");
	}

	private boolean isBroken(String condition) {
		try {
			return !this.conditions.faults(ConditionJson.parse(condition)).isEmpty();
		}
		catch (InvalidConditionException ex) {
			return true;
		}
	}

	private static PageContent withWords(PageContent content, int number) {
		ThankYou thankYou = content.behaviour().thankYou();
		List<ThankYou.Rule> rules = new ArrayList<>(thankYou.rules());
		if (number > 0 && number <= rules.size()) {
			rules.set(number - 1, new ThankYou.Rule(rules.get(number - 1).condition(), ThankYou.Way.OWN_WORDS));
		}
		ThankYou changed = (number == 0) ? thankYou.withUsual(ThankYou.Way.OWN_WORDS) : thankYou.withRules(rules);
		return content.withBehaviour(content.behaviour().withThankYou(changed));
	}

}
