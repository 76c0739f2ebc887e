package dev.sayso.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Makes the running session remember what its owner just changed of themself.
 */
@Component
class KeepSignedIn {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	void as(Account account, HttpServletRequest request, HttpServletResponse response) {
		AccountPrincipal user = AccountPrincipal.of(account);
		user.eraseCredentials();
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(user, null,
				user.getAuthorities());
		Authentication before = SecurityContextHolder.getContext().getAuthentication();
		token.setDetails((before != null) ? before.getDetails() : null);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(token);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
