// `dash_component_api.devtool`: how components that stand in the tool bar follow its state.
import { createContext, useContext } from 'react';

/** Whether the bar is open, and where a popup would stand. */
const DevtoolContext = createContext({ popup: false, position: 'right' });

const useDevtool = () => useContext(DevtoolContext);

export const devtool = {
  DevtoolContext,
  useDevtool,
  useDevtoolMenuButtonClassName: (popup: string): string => `dash-debug-menu__button dash-debug-menu__button--${popup}`,
};
