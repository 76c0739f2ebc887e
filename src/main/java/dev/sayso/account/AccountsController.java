package dev.sayso.account;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.account.token.OneTimeSecret;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
class AccountsController {

	private final Accounts accounts;

	private final AccountManagement management;

	private final SignInFailures failures;

	AccountsController(Accounts accounts, AccountManagement management, SignInFailures failures) {
		this.accounts = accounts;
		this.management = management;
		this.failures = failures;
	}

	@ModelAttribute("roles")
	List<Role> roles() {
		return List.of(Role.values());
	}

	@GetMapping("/settings/accounts")
	String list(Model model) {
		model.addAttribute("accounts",
				this.accounts.findAllByOrderByName()
					.stream()
					.map((account) -> AccountView.of(account, locked(account))));
		return "account/list";
	}

	@GetMapping("/settings/accounts/new")
	String blank(Model model) {
		model.addAttribute("form", new NewAccountForm("", "", null, ""));
		return "account/new";
	}

	@PostMapping("/settings/accounts")
	String create(@ModelAttribute("form") @Valid NewAccountForm form, BindingResult errors, Model model, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		form.check(errors);
		if (this.accounts.findByUsername(form.username()).isPresent()) {
			errors.rejectValue("username", "account.fault.taken");
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/new";
		}
		String password = this.management.create(form, actor);
		if (password != null) {
			return OneTimeSecret.password(form.name(), form.username(), password).show(model, response);
		}
		Flash.done(to, "account.created", form.name());
		return "redirect:/settings/accounts";
	}

	@GetMapping("/settings/accounts/{id}")
	String edit(@PathVariable String id, Model model) {
		Account account = this.accounts.get(id);
		model.addAttribute("form", AccountForm.of(account));
		return page(account, model);
	}

	@PutMapping("/settings/accounts/{id}")
	String save(@PathVariable String id, @ModelAttribute("form") @Valid AccountForm form, BindingResult errors,
			Model model, Actor actor, HttpServletResponse response, RedirectAttributes to) {
		Account account = this.accounts.get(id);
		if (form.isStale(account)) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("stale", StaleField.between(form, account));
			model.addAttribute("form", AccountForm.of(account));
			return page(account, model);
		}
		if (!errors.hasErrors()) {
			change(account, form, actor, errors);
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return page(account, model);
		}
		Flash.done(to, "account.saved", form.name());
		return "redirect:/settings/accounts";
	}

	@GetMapping("/settings/accounts/{id}/password")
	String confirm(@PathVariable String id, Model model) {
		model.addAttribute("account", AccountView.of(this.accounts.get(id), null));
		return "account/reset";
	}

	@PostMapping("/settings/accounts/{id}/password")
	String reset(@PathVariable String id, Model model, Actor actor, HttpServletResponse response) {
		Account account = this.accounts.get(id);
		String password = this.management.resetPassword(account, actor);
		return OneTimeSecret.password(account.name(), account.username(), password).show(model, response);
	}

	@DeleteMapping("/settings/accounts/{id}/lock")
	String unlock(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Account account = this.accounts.get(id);
		this.management.unlock(account, actor);
		Flash.done(to, "account.unlocked", account.name());
		return "redirect:/settings/accounts/" + id;
	}

	@DeleteMapping("/settings/accounts/{id}/sessions")
	String signOut(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Account account = this.accounts.get(id);
		this.management.signOutEverywhere(account, actor);
		Flash.done(to, "account.signed-out", account.name());
		return "redirect:/settings/accounts/" + id;
	}

	private void change(Account account, AccountForm form, Actor actor, BindingResult errors) {
		try {
			this.management.edit(account, form, actor);
		}
		catch (AccountManagement.LastAdministrator ex) {
			errors.rejectValue(form.enabled() ? "role" : "enabled", "account.fault.last-administrator");
		}
	}

	private Instant locked(Account account) {
		return this.failures.lockedUntil(account.username());
	}

	private String page(Account account, Model model) {
		model.addAttribute("account", AccountView.of(account, locked(account)));
		return "account/edit";
	}

	/** A field that somebody else changed meanwhile: both values, to choose from. */
	record StaleField(String name, String label, String yours, String theirs) {

		static List<StaleField> between(AccountForm form, Account account) {
			return List.of(new StaleField("name", "account.name", form.name(), account.name()),
					new StaleField("role", "account.role", String.valueOf(form.role()), account.role().name()),
					new StaleField("enabled", "account.enabled", String.valueOf(form.enabled()),
							String.valueOf(account.enabled())));
		}

	}

}
