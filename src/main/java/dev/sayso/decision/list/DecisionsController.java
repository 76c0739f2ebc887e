package dev.sayso.decision.list;

import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.editor.DecisionForm;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/decisions")
class DecisionsController {

	private final DecisionListPage list;

	private final DecisionCatalogue catalogue;

	private final DecisionManagement management;

	DecisionsController(DecisionListPage list, DecisionCatalogue catalogue, DecisionManagement management) {
		this.list = list;
		this.catalogue = catalogue;
		this.management = management;
	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		model.addAttribute("list", this.list.page(parameters));
		return "decision/list/list";
	}

	@GetMapping("/new")
	String draft(Model model) {
		model.addAttribute("form", DecisionForm.BLANK);
		return "decision/list/new";
	}

	@PostMapping
	ModelAndView create(@RequestParam Map<String, String> typed, Actor actor, RedirectAttributes redirect) {
		DecisionForm form = DecisionForm.read(typed);
		if (form.isValid()) {
			try {
				Decision created = this.management.create(form.slug(), form.name(), form.description(),
						DecisionContent.BLANK, actor);
				Flash.done(redirect, "decision.created", created.name());
				return new ModelAndView("redirect:/decisions/" + created.slug() + "/scopes");
			}
			catch (DuplicateKeyException ex) {
				form = form.taken();
			}
		}
		return new ModelAndView("decision/list/new", Map.of("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
