package dev.sayso.landing.trial;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.editor.PageHeadViews;
import dev.sayso.landing.editor.PreviewPeople;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Tries a page out: one chooses as whom, fills in the very page its readers see, and is
 * told what that would change.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/trial")
class TrialController {

	private final LandingPages pages;

	private final PageHeadViews heads;

	private final PreviewPeople people;

	private final TriedPages triedPages;

	private final TrialPage trialPage;

	private final PageTrial trial;

	TrialController(LandingPages pages, PageHeadViews heads, PreviewPeople people, TriedPages triedPages,
			TrialPage trialPage, PageTrial trial) {
		this.pages = pages;
		this.heads = heads;
		this.people = people;
		this.triedPages = triedPages;
		this.trialPage = trialPage;
		this.trial = trial;
	}

	/**
	 * Who tries what.
	 *
	 * @param whom a person's id, or somebody made up
	 * @param service the one that the link would name; empty for none
	 */
	record Choice(String version, String whom, String service) {

		private String path(LandingPage page) {
			return UriComponentsBuilder.fromPath("/landing-pages/{id}/trial/{version}/{whom}")
				.path(this.service.isEmpty() ? "" : "/{service}")
				.build(this.service.isEmpty() ? new Object[] { page.id(), this.version, this.whom }
						: new Object[] { page.id(), this.version, this.whom, this.service })
				.toString();
		}

	}

	/**
	 * Where one chooses.
	 * @param find what was typed to find somebody
	 */
	@GetMapping
	String choose(@PathVariable String id, @RequestParam(defaultValue = TriedPages.DRAFT) String version,
			@RequestParam(defaultValue = "") String profile, @RequestParam(defaultValue = "") String find,
			@RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String language,
			Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("people", this.people.choices(page, profile, find));
		model.addAttribute("versions", this.triedPages.versions(page));
		model.addAttribute("services", this.triedPages.services(page));
		model.addAttribute("languages", page.draft().languages());
		model.addAttribute("chosen", new Choice(version, profile, service));
		model.addAttribute("language", language);
		return "landing/trial/choice";
	}

	/** Opens the page, or asks for the service that its link would name. */
	@GetMapping("/page")
	String open(@PathVariable String id, @RequestParam(defaultValue = TriedPages.DRAFT) String version,
			@RequestParam(defaultValue = PreviewPeople.SILENT) String profile,
			@RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String language) {
		LandingPage page = this.pages.get(id);
		if (service.isEmpty() && !this.triedPages.services(page).isEmpty()) {
			return "redirect:/landing-pages/" + page.id() + "/trial?profile=" + UriUtils.encode(profile, UTF_8);
		}
		return "redirect:" + new Choice(version, profile, service).path(page)
				+ (page.draft().languages().contains(language) ? "?lang=" + language : "");
	}

	@GetMapping({ "/{version}/{whom}", "/{version}/{whom}/{service}" })
	ResponseEntity<byte[]> show(@PathVariable String id, @PathVariable String version, @PathVariable String whom,
			@PathVariable(required = false) @Nullable String service, @RequestParam(defaultValue = "") String lang,
			CsrfToken token) {
		LandingPage page = this.pages.get(id);
		Choice choice = new Choice(version, whom, Objects.requireNonNullElse(service, ""));
		return this.trialPage.show(tried(page, choice), choice.whom(), choice.path(page),
				page.draft().languages().contains(lang) ? lang : "", token);
	}

	/**
	 * The form with what is wrong with it, as readers get it, or what it would change.
	 */
	@PostMapping({ "/{version}/{whom}", "/{version}/{whom}/{service}" })
	Object send(@PathVariable String id, @PathVariable String version, @PathVariable String whom,
			@PathVariable(required = false) @Nullable String service, CsrfToken token, HttpServletRequest request) {
		LandingPage page = this.pages.get(id);
		Choice choice = new Choice(version, whom, Objects.requireNonNullElse(service, ""));
		TriedPages.Tried tried = tried(page, choice);
		PageTrial.Result result = this.trial
			.send(new PageTrial.Attempt(tried.page(), tried.content(), choice.whom(), choice.path(page), request));
		return (result.refusal() != null) ? this.trialPage.mark(result.refusal(), token)
				: new ModelAndView("landing/trial/outcome").addObject("head", this.heads.view(page))
					.addObject("outcome", result.outcome())
					.addObject("again", choice.path(page));
	}

	private TriedPages.Tried tried(LandingPage page, Choice choice) {
		boolean nobody = choice.whom().equals(PreviewPeople.NOBODY) && page.kind().isPublic();
		if (!nobody && !this.people.isKnown(choice.whom())) {
			throw new NotFoundException("person " + choice.whom());
		}
		return this.triedPages.get(page, choice.version(), choice.service());
	}

}
