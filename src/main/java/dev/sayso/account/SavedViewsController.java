package dev.sayso.account;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;

/**
 * Saves what is asked of a list as a view or over one, renames and deletes views.
 */
@ConsolePage
@RequestMapping("/account/views")
class SavedViewsController {

	private final SavedViews views;

	private final AuditedChanges changes;

	private final List<SavableList> lists;

	private final Clock clock;

	SavedViewsController(SavedViews views, AuditedChanges changes, List<SavableList> lists, Clock clock) {
		this.views = views;
		this.changes = changes;
		this.lists = lists;
		this.clock = clock;
	}

	/**
	 * @param list address of the list whose filters are saved
	 */
	@GetMapping("/new")
	String draft(@RequestParam String list, @AuthenticationPrincipal AccountPrincipal user,
			@ModelAttribute("pageFrame") PageFrame pageFrame, Model model) {
		model.addAttribute("form", SavedViewForm.BLANK);
		return page(list(list, pageFrame), list, user, model);
	}

	@PostMapping("/new")
	String create(@RequestParam String list, @AuthenticationPrincipal AccountPrincipal user, Actor actor,
			@ModelAttribute("pageFrame") PageFrame pageFrame, @ModelAttribute("form") @Valid SavedViewForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes to) {
		SavableList savable = list(list, pageFrame);
		SavedView view = SavedView.create(user.id(), savable.section(), query(savable, list, errors), form,
				this.clock.instant());
		if (save(() -> this.changes.create(this.views, view, actor), errors)) {
			Flash.done(to, "view.saved", view.name());
			return "redirect:" + view.href();
		}
		response.setStatus(422);
		return page(savable, list, user, model);
	}

	/**
	 * @param list address of the list whose filters the view has from now on
	 */
	@PutMapping("/{id}/filters")
	String filter(@PathVariable String id, @RequestParam String list, @AuthenticationPrincipal AccountPrincipal user,
			Actor actor, @ModelAttribute("pageFrame") PageFrame pageFrame, @ModelAttribute("form") SavedViewForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes to) {
		SavableList savable = list(list, pageFrame);
		SavedView view = view(id, user);
		if (!view.section().equals(savable.section())) {
			throw new NotFoundException("the view " + id + " of " + savable.section());
		}
		String query = query(savable, list, errors);
		if (form.isStale(view)) {
			errors.reject("view.fault.stale", new Object[] { view.name() }, null);
		}
		if (save(() -> edit(view.id(), form, (before) -> before.filter(query), actor), errors)) {
			Flash.done(to, "view.filtered", view.name());
			return "redirect:" + view.filter(query).href();
		}
		response.setStatus(form.isStale(view) ? 409 : 422);
		return page(savable, list, user, model);
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user, Model model) {
		SavedView view = view(id, user);
		model.addAttribute("form", SavedViewForm.of(view));
		return page(view, user, model);
	}

	@PutMapping("/{id}")
	String edit(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user, Actor actor,
			@ModelAttribute("form") @Valid SavedViewForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes to) {
		SavedView view = view(id, user);
		if (form.isStale(view)) {
			response.setStatus(409);
			model.addAttribute("stale", StaleField.between(form, view));
			model.addAttribute("form", SavedViewForm.of(view));
			return page(view, user, model);
		}
		if (save(() -> edit(view.id(), form, (before) -> before.edit(form), actor), errors)) {
			Flash.done(to, "view.saved", form.name());
			return "redirect:" + view.href();
		}
		response.setStatus(422);
		return page(view, user, model);
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user, Actor actor,
			RedirectAttributes to) {
		SavedView view = view(id, user);
		this.changes.delete(this.views, view, actor);
		Flash.done(to, "view.deleted", view.name());
		return "redirect:/" + view.section();
	}

	private SavedView edit(UUID id, SavedViewForm form, UnaryOperator<SavedView> edit, Actor actor) {
		return this.changes.edit(this.views, id, form.version(), edit, actor);
	}

	private static boolean save(Supplier<SavedView> change, BindingResult errors) {
		if (errors.hasErrors()) {
			return false;
		}
		try {
			change.get();
			return true;
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("name", "view.fault.taken");
			return false;
		}
	}

	/**
	 * @throws NotFoundException when there is no such list, or the visitor does not see
	 * it
	 */
	private SavableList list(String address, PageFrame pageFrame) {
		return this.lists.stream()
			.filter((list) -> list.isAt(address) && pageFrame.leadsTo(list.section()))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("the list"));
	}

	/**
	 * @throws NotFoundException when there is none that the visitor may change
	 */
	private SavedView view(String id, AccountPrincipal user) {
		return Ids.parse(id)
			.flatMap(this.views::findById)
			.filter((view) -> view.isOpenTo(user))
			.orElseThrow(() -> new NotFoundException("the view " + id));
	}

	private static String query(SavableList list, String address, BindingResult errors) {
		String query = list.query(address);
		if (query.isEmpty() || query.length() > SavedView.LONGEST) {
			errors.reject(query.isEmpty() ? "view.fault.nothing" : "view.fault.long");
		}
		return query;
	}

	private String page(SavableList list, String address, AccountPrincipal user, Model model) {
		model.addAttribute("section", list.section());
		model.addAttribute("list", address);
		model.addAttribute("back", list.path() + "?" + list.query(address));
		model.addAttribute("others",
				this.views.find(list.section(), user.id()).stream().filter((view) -> view.isOpenTo(user)).toList());
		return "account/view";
	}

	private static String page(SavedView view, AccountPrincipal user, Model model) {
		model.addAttribute("section", view.section());
		model.addAttribute("id", view.id());
		model.addAttribute("name", view.name());
		model.addAttribute("back", view.href());
		model.addAttribute("own", view.belongsTo(user));
		return "account/view";
	}

	/** A field that somebody else changed meanwhile: both values, to choose from. */
	record StaleField(String name, String label, String yours, String theirs) {

		static List<StaleField> between(SavedViewForm form, SavedView view) {
			return List.of(new StaleField("name", "name", form.name(), view.name()), new StaleField("shared",
					"view.shared", String.valueOf(form.shared()), String.valueOf(view.shared())));
		}

	}

}
