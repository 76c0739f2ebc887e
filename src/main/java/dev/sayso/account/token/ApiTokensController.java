package dev.sayso.account.token;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
class ApiTokensController {

	private final ApiTokens tokens;

	private final ApiTokenManagement management;

	ApiTokensController(ApiTokens tokens, ApiTokenManagement management) {
		this.tokens = tokens;
		this.management = management;
	}

	@ModelAttribute("scopes")
	List<ApiScope> scopes() {
		return ApiScope.OFFERED;
	}

	@GetMapping("/settings/api-tokens")
	String list(Model model) {
		model.addAttribute("tokens", this.tokens.findAllByOrderByCreatedAtDesc());
		return "account/token/list";
	}

	@GetMapping("/settings/api-tokens/new")
	String blank(Model model) {
		model.addAttribute("form", new ApiTokenForm("", Set.of()));
		return "account/token/new";
	}

	@PostMapping("/settings/api-tokens")
	String create(@ModelAttribute("form") @Valid ApiTokenForm form, BindingResult errors, Model model, Actor actor,
			HttpServletResponse response) {
		if (this.tokens.existsByNameAndRevokedAtIsNull(form.name())) {
			errors.rejectValue("name", "token.fault.taken");
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/token/new";
		}
		return OneTimeSecret.token(form.name(), this.management.create(form, actor)).show(model, response);
	}

	@GetMapping("/settings/api-tokens/{id}/revocation")
	String confirm(@PathVariable String id, Model model) {
		model.addAttribute("token", this.tokens.get(id));
		return "account/token/revoke";
	}

	@DeleteMapping("/settings/api-tokens/{id}")
	String revoke(@PathVariable String id, Actor actor, RedirectAttributes to) {
		ApiToken token = this.tokens.get(id);
		this.management.revoke(token, actor);
		Flash.done(to, "token.revoked", token.name());
		return "redirect:/settings/api-tokens";
	}

}
