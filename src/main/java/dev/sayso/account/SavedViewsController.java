package dev.sayso.account;

import java.time.Clock;
import java.util.List;

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

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;

/**
 * Saves what is asked of a list as a view, renames and deletes views.
 */
@ConsolePage
@RequestMapping("/account/views")
class SavedViewsController {

	private final SavedViews views;

	private final List<SavableList> lists;

	private final Clock clock;

	SavedViewsController(SavedViews views, List<SavableList> lists, Clock clock) {
		this.views = views;
		this.lists = lists;
		this.clock = clock;
	}

	/**
	 * @param list address of the list whose filters are saved
	 */
	@GetMapping("/new")
	String draft(@RequestParam String list, @ModelAttribute("pageFrame") PageFrame pageFrame, Model model) {
		model.addAttribute("form", SavedViewForm.BLANK);
		return page(list(list, pageFrame), list, model);
	}

	@PostMapping("/new")
	String create(@RequestParam String list, @AuthenticationPrincipal AccountPrincipal user,
			@ModelAttribute("pageFrame") PageFrame pageFrame, @ModelAttribute("form") @Valid SavedViewForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes to) {
		SavableList savable = list(list, pageFrame);
		String query = savable.query(list);
		if (query.isEmpty() || query.length() > SavedView.LONGEST) {
			errors.reject(query.isEmpty() ? "view.fault.nothing" : "view.fault.long");
		}
		SavedView view = SavedView.create(user.id(), savable.section(), query, form, this.clock.instant());
		if (save(view, errors)) {
			Flash.done(to, "view.saved", view.name());
			return "redirect:" + view.href();
		}
		response.setStatus(422);
		return page(savable, list, model);
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user, Model model) {
		SavedView view = view(id, user);
		model.addAttribute("form", SavedViewForm.of(view));
		return page(view, user, model);
	}

	@PutMapping("/{id}")
	String edit(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user,
			@ModelAttribute("form") @Valid SavedViewForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes to) {
		SavedView view = view(id, user);
		if (save(view.edit(form), errors)) {
			Flash.done(to, "view.saved", form.name());
			return "redirect:" + view.href();
		}
		response.setStatus(422);
		return page(view, user, model);
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, @AuthenticationPrincipal AccountPrincipal user, RedirectAttributes to) {
		SavedView view = view(id, user);
		this.views.delete(view);
		Flash.done(to, "view.deleted", view.name());
		return "redirect:/" + view.section();
	}

	private boolean save(SavedView view, BindingResult errors) {
		if (errors.hasErrors()) {
			return false;
		}
		try {
			this.views.save(view);
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

	private static String page(SavableList list, String address, Model model) {
		model.addAttribute("section", list.section());
		model.addAttribute("list", address);
		model.addAttribute("back", list.path() + "?" + list.query(address));
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

}
