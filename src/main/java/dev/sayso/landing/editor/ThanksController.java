package dev.sayso.landing.editor;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * Conditions by which readers of a page go on once they sent its form.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/thanks")
class ThanksController {

	private final LandingPages pages;

	private final ThanksRules rules;

	private final PageHeadViews heads;

	private final PageSettingsController.Choosable choosable;

	private final EligibilityForms eligibilities;

	ThanksController(LandingPages pages, ThanksRules rules, PageHeadViews heads,
			PageSettingsController.Choosable choosable, EligibilityForms eligibilities) {
		this.pages = pages;
		this.rules = rules;
		this.heads = heads;
		this.choosable = choosable;
		this.eligibilities = eligibilities;
	}

	@GetMapping("/new")
	ModelAndView draft(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		EligibilityForm empty = new EligibilityForm(EligibilityForm.Choice.CONDITION, Condition.Quantifier.ANY,
				List.of(), ConditionDraft.Group.NEW, "");
		return show(this.pages.get(id), 0, WayForm.OWN_WORDS, empty, pageFrame.markets(), HttpStatus.OK);
	}

	@GetMapping("/{number:\\d{1,2}}")
	ModelAndView show(@PathVariable String id, @PathVariable int number,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		LandingPage page = this.pages.get(id);
		ThankYou.Rule rule = ThanksRules.get(page, number);
		return show(page, number, WayForm.of(rule.way()), EligibilityForm.of(rule.condition()), pageFrame.markets(),
				HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@PathVariable String id, @ModelAttribute("form") @Valid WayForm form, BindingResult errors,
			@RequestParam(defaultValue = "-1") int version, @RequestParam MultiValueMap<String, String> fields,
			Actor actor) {
		return save(new Typed(this.pages.get(id), 0, version, form, errors), fields, actor);
	}

	@PutMapping("/{number:\\d{1,2}}")
	ModelAndView save(@PathVariable String id, @PathVariable int number, @ModelAttribute("form") @Valid WayForm form,
			BindingResult errors, @RequestParam(defaultValue = "-1") int version,
			@RequestParam MultiValueMap<String, String> fields, Actor actor) {
		LandingPage page = this.pages.get(id);
		ThanksRules.get(page, number);
		return save(new Typed(page, number, version, form, errors), fields, actor);
	}

	@PutMapping("/{number:\\d{1,2}}/order")
	String up(@PathVariable String id, @PathVariable int number, @RequestParam(defaultValue = "-1") int version,
			Actor actor) {
		LandingPage page = this.pages.get(id);
		ThanksRules.get(page, number);
		this.rules.up(page.id(), version, number, actor);
		return back(page);
	}

	@DeleteMapping("/{number:\\d{1,2}}")
	String remove(@PathVariable String id, @PathVariable int number, @RequestParam(defaultValue = "-1") int version,
			Actor actor) {
		LandingPage page = this.pages.get(id);
		ThanksRules.get(page, number);
		this.rules.remove(page.id(), version, number, actor);
		return back(page);
	}

	/**
	 * What was typed.
	 *
	 * @param number of the rule; 0 for a new one
	 * @param seen the version of the page that was seen
	 */
	private record Typed(LandingPage page, int number, int seen, WayForm form, BindingResult errors) {

	}

	private ModelAndView save(Typed typed, MultiValueMap<String, String> fields, Actor actor) {
		EligibilityForm condition = EligibilityForm.read(fields);
		String act = fields.getOrDefault("act", List.of("")).get(0);
		Choices.check(act.isEmpty() || EligibilityForm.isAct(act));
		if (EligibilityForm.isAct(act)) {
			return show(typed.page(), typed.number(), typed.form(), condition.after(act), true, HttpStatus.OK);
		}
		typed.form().check("", this.choosable.pageChoices(typed.page()), typed.errors());
		if (!typed.errors().hasErrors()) {
			try {
				ThankYou.Rule rule = new ThankYou.Rule(ConditionJson.write(this.eligibilities.condition(condition)),
						typed.form().way());
				this.rules.save(typed.page().id(), typed.seen(), typed.number(), rule, actor);
				return new ModelAndView(back(typed.page()));
			}
			catch (InvalidConditionException ex) {
				typed.errors().reject("landing.fault.condition");
			}
		}
		return show(typed.page(), typed.number(), typed.form(), condition, true, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private ModelAndView show(LandingPage page, int number, WayForm form, EligibilityForm condition, boolean open,
			HttpStatus status) {
		String path = "/landing-pages/" + page.id() + "/thanks" + ((number > 0) ? "/" + number : "");
		return new ModelAndView("landing/editor/thanks", status).addObject("head", this.heads.view(page))
			.addObject("form", form)
			.addObject("number", number)
			.addObject("path", path)
			.addObject("pages", this.choosable.pageChoices(page))
			.addObject("ways", this.rules.ways())
			.addObject("eligibility", this.eligibilities.view(condition, path, open));
	}

	private static String back(LandingPage page) {
		return "redirect:/landing-pages/" + page.id() + "/settings#thanks";
	}

}
