package dev.sayso.landing.editor;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.theme.Themes;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.service.Services;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * What holds for a page as a whole: its name and languages, who asks, how it looks and
 * acts, what a form adds.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/settings")
class PageSettingsController {

	private static final Map<String, String> ZONES = zones();

	private final LandingPages pages;

	private final PageManagement management;

	private final PageHeadViews heads;

	private final DefaultTexts texts;

	private final PageDefaults defaults;

	private final Choosable choosable;

	private final ThanksRules thanks;

	PageSettingsController(LandingPages pages, PageManagement management, PageHeadViews heads, DefaultTexts texts,
			PageDefaults defaults, Choosable choosable, ThanksRules thanks) {
		this.thanks = thanks;
		this.pages = pages;
		this.management = management;
		this.heads = heads;
		this.texts = texts;
		this.defaults = defaults;
		this.choosable = choosable;
	}

	/** What a page can have of other rooms. */
	@Component
	record Choosable(Themes themes, Services services, Attributes attributes, LandingPages pages) {

		/**
		 * Pages that readers can be sent on to: not itself, and none that stops
		 * everything.
		 */
		Map<String, String> pageChoices(LandingPage from) {
			Map<String, String> choices = new LinkedHashMap<>();
			this.pages.all()
				.stream()
				.filter((page) -> !page.id().equals(from.id()) && !page.kind().stopsEverything())
				.forEach((page) -> choices.put(page.slug(), page.name()));
			return choices;
		}

		Map<String, String> themeChoices(String own) {
			Map<String, String> choices = new LinkedHashMap<>();
			this.themes.findAllByOrderByName()
				.stream()
				.filter((theme) -> !theme.isArchived() || theme.slug().equals(own))
				.forEach((theme) -> choices.put(theme.slug(), theme.name()));
			return choices;
		}

		Map<String, String> serviceChoices(String own) {
			Map<String, String> choices = new LinkedHashMap<>();
			this.services.findAllByOrderByName()
				.stream()
				.filter((service) -> !service.isArchived() || service.slug().equals(own))
				.forEach((service) -> choices.put(service.slug(), service.name()));
			return choices;
		}

		Map<String, String> attributeChoices() {
			Map<String, String> choices = new LinkedHashMap<>();
			this.attributes.findAllByOrderByLabel()
				.forEach((attribute) -> choices.put(attribute.name(), attribute.label()));
			return choices;
		}

		/** Says what is not there that a form names, and what is no value. */
		void check(PageSettingsForm form, PageContent before, Errors errors) {
			if (!form.theme().isEmpty()
					&& !themeChoices(String.valueOf(before.look().theme())).containsKey(form.theme())) {
				errors.rejectValue("theme", "landing.fault.theme");
			}
			if (!form.service().isEmpty()
					&& !serviceChoices(before.behaviour().service()).containsKey(form.service())) {
				errors.rejectValue("service", "landing.fault.service");
			}
			for (int at = 0; at < form.constants().size(); at++) {
				PageSettingsForm.ConstantRow row = form.constants().get(at);
				Attribute attribute = row.attribute().isEmpty() ? null
						: this.attributes.findByName(row.attribute()).orElse(null);
				if (attribute == null && !(row.attribute().isEmpty() && row.value().isEmpty())) {
					errors.rejectValue("constants[" + at + "].attribute", "landing.fault.attribute");
				}
				else if (attribute != null && !row.value().isEmpty() && attribute.parse(row.value()) == null) {
					errors.rejectValue("constants[" + at + "].value", "landing.fault.constant");
				}
			}
		}

	}

	@GetMapping
	ModelAndView show(@PathVariable String id) {
		LandingPage page = this.pages.get(id);
		return page(page, PageSettingsForm.of(page), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid PageSettingsForm form,
			BindingResult errors, Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		form.check(page, errors);
		this.choosable.check(form, page.draft(), errors);
		form.way().check("way.", this.choosable.pageChoices(page), errors);
		if (errors.hasErrors()) {
			return page(page, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			LandingPage saved = this.management.change(page.id(), form.name(), (now) -> apply(form, now), actor);
			if (!saved.equals(page)) {
				Flash.done(redirect, "landing.saved", saved.name());
			}
			return new ModelAndView("redirect:/landing-pages/" + id + "/settings");
		}
		catch (StaleEditException ex) {
			LandingPage now = this.pages.get(id);
			return page(now, form, HttpStatus.CONFLICT).addObject("stale", now);
		}
	}

	private PageContent apply(PageSettingsForm form, LandingPage now) {
		if (form.isStale(now)) {
			throw new StaleEditException("settings of landing page " + now.id());
		}
		return this.texts.withNewLanguages(now, form.apply(now.draft(), (tag) -> this.texts.texts(now, tag)));
	}

	private ModelAndView page(LandingPage page, PageSettingsForm form, HttpStatus status) {
		String theme = page.draft().look().theme();
		return new ModelAndView("landing/editor/settings", status).addObject("head", this.heads.view(page))
			.addObject("form", form)
			.addObject("seen", PageSettingsForm.of(page).seen())
			.addObject("standard", this.defaults.contact())
			.addObject("themes", this.choosable.themeChoices((theme != null) ? theme : ""))
			.addObject("services", this.choosable.serviceChoices(page.draft().behaviour().service()))
			.addObject("attributes", this.choosable.attributeChoices())
			.addObject("pages", this.choosable.pageChoices(page))
			.addObject("rules", this.thanks.rows(page))
			.addObject("ways", this.thanks.ways())
			.addObject("tags", PageContent.LANGUAGES)
			.addObject("zones", ZONES);
	}

	private static Map<String, String> zones() {
		Map<String, String> zones = new LinkedHashMap<>();
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
			.sorted()
			.forEach((zone) -> zones.put(zone, zone.replace('_', ' ')));
		return Collections.unmodifiableMap(zones);
	}

}
