package dev.sayso.shared.page;

import java.util.List;
import java.util.Set;

/**
 * What stands above every page of the console for as long as it is so; a room declares
 * one as a bean.
 */
public interface PageBanner {

	List<Banner> banners();

	/**
	 * A sentence.
	 *
	 * @param code its message key
	 * @param kind {@code bad} or {@code wait}
	 * @param roles who may do something about it; empty for everybody
	 * @param args what it names
	 */
	record Banner(String code, String kind, Set<String> roles, List<Object> args) {

	}

}
