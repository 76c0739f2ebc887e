package dev.sayso.account;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.CurrentUser;

@Component
public class SessionUser implements CurrentUser {

	public static Optional<AccountPrincipal> signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal user)
				? Optional.of(user) : Optional.empty();
	}

	@Override
	public Optional<PageFrame.User> user() {
		return signedIn().map((user) -> new PageFrame.User(user.id().toString(), user.name(), user.role().name()));
	}

	@Override
	public String theme() {
		return signedIn().map(AccountPrincipal::theme).orElse("auto");
	}

}
